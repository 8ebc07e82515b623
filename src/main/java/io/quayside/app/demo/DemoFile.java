package io.quayside.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the demo with its relative dates filled in: {@code {+12}} is twelve days from today, {@code {-3|MM/dd/yyyy}}
 * three days ago in that pattern, {@code {now}} this second. All else is literal (docs/decisions/dates-in-the-demo.md).
 */
record DemoFile(String name, String text) {
    private static final Pattern DATE = Pattern.compile("\\{(now|[+-]\\d+)(?:\\|([A-Za-z/.-]+))?}");

    /** The file of that name under {@code demo/} on the class path. */
    static DemoFile read(String name) {
        try (InputStream in = DemoFile.class.getResourceAsStream("/demo/" + name)) {
            return new DemoFile(name, filled(new String(in.readAllBytes(), StandardCharsets.UTF_8), Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String filled(String text, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Matcher matcher = DATE.matcher(text);
        return matcher.replaceAll(found -> {
            if (found.group(1).equals("now")) {
                return now.truncatedTo(ChronoUnit.SECONDS).toString();
            }
            String pattern = found.group(2) == null ? "yyyy-MM-dd" : found.group(2);
            return today.plusDays(Integer.parseInt(found.group(1))).format(DateTimeFormatter.ofPattern(pattern));
        });
    }

    List<String> lines() {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same file under another name, cut to a share of its bytes: what an aborted upload leaves. */
    DemoFile cut(String newName, double share) {
        return new DemoFile(newName, text.substring(0, (int) (text.length() * share)));
    }
}
