package io.quayside.routes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file's name alone tells us. */
final class FileName {
    /** File systems take 255 bytes, and a name of ours is longer than the partner's. */
    static final int MOST_BYTES = 255 - DroppedFiles.BEFORE_NAME;

    private static final int LONGEST_SHOWN = 80;
    private static final List<String> UNFINISHED = List.of(".part", ".filepart", ".tmp");
    private static final Pattern HOUSE_LAYOUT =
            Pattern.compile("(inventory|inbound|order-ack|shipment|receipt).*[.]csv([.]gz)?", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** One path segment that means the same everywhere: no separator, no control character, not a dot name, not too long. */
    static boolean isClean(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || Character.isISOControl(c));
    }

    /** The name as a person may be shown it. */
    static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
    }

    /** The name of an upload that its client will rename when it is done. */
    static boolean isUnfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || UNFINISHED.stream().anyMatch(lower::endsWith);
    }

    /** The house layout that a file is named after ({@code inventory_0914.csv}: standard/inventory), or empty. */
    static Optional<String> houseLayout(String name) {
        Matcher matcher = HOUSE_LAYOUT.matcher(name);
        return matcher.matches()
                ? Optional.of("standard/" + matcher.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
