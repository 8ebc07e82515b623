package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything a reader told, in order, and what paths found in each node. */
final class Told implements EdiHandler {
    final List<String> lines = new ArrayList<>();
    final List<Interchange> interchanges = new ArrayList<>();
    final List<EdiMessage> messages = new ArrayList<>();
    final List<Node> heads = new ArrayList<>();
    final List<EdiLoop> nodes = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final List<String> repairs = new ArrayList<>();
    final Map<String, EdiEach> each = new LinkedHashMap<>();
    final Set<String> refused = new HashSet<>();
    int whole;
    int broken;
    int fallen;

    static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));

    static Told of(String each, byte[] bytes, String... lenient) {
        Told told = new Told();
        told.each.put("", EdiEach.parse(each, Optional.empty()));
        return told.read(bytes, lenient);
    }

    static Told of(String each, String text, String... lenient) {
        return of(each, text.getBytes(StandardCharsets.UTF_8), lenient);
    }

    Told read(byte[] bytes, String... lenient) {
        try {
            new X12Reader(Set.of(lenient), CHARSETS).read(new ByteArrayInputStream(bytes), this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/samples/x12", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the path finds in each node. */
    List<String> firsts(String path) {
        Reference reference = EdiPath.parse(path, Optional.empty());
        return nodes.stream().map(reference::first).toList();
    }

    List<String> ats() {
        return nodes.stream().map(EdiLoop::at).toList();
    }

    @Override
    public boolean interchange(Interchange interchange) {
        interchanges.add(interchange);
        lines.add("interchange " + interchange.control());
        return !refused.contains(interchange.control());
    }

    @Override
    public Optional<EdiEach> each(String type) {
        return Optional.ofNullable(each.getOrDefault(type, each.get("")));
    }

    @Override
    public void message(EdiMessage message, Node head) {
        messages.add(message);
        heads.add(head);
        lines.add("message " + message.type() + " " + message.control());
    }

    @Override
    public void node(EdiLoop node) {
        nodes.add(node);
        lines.add("node " + node.at());
    }

    @Override
    public void linesMiscounted(Problem problem, boolean lacking) {
        problems.add(problem);
        lines.add("lines miscounted" + word(Optional.of(problem)) + (lacking ? ", lacking" : ""));
    }

    @Override
    public void groupMiscounted(Problem problem) {
        problems.add(problem);
        lines.add("group miscounted" + word(Optional.of(problem)));
    }

    @Override
    public void messageEnds(Optional<Problem> problem) {
        problem.ifPresent(problems::add);
        fallen += problem.isPresent() ? 1 : 0;
        lines.add("message ends" + word(problem));
    }

    @Override
    public void interchangeEnds(Optional<Problem> problem) {
        problem.ifPresent(problems::add);
        whole += problem.isPresent() ? 0 : 1;
        broken += problem.isPresent() ? 1 : 0;
        lines.add("interchange ends" + word(problem));
    }

    @Override
    public void repaired(String repair, String at) {
        repairs.add(repair);
        lines.add("repaired " + repair + " at " + at);
    }

    @Override
    public void unreadable(Problem problem) {
        problems.add(problem);
        lines.add("unreadable" + word(Optional.of(problem)));
    }

    private static String word(Optional<Problem> problem) {
        return problem.map(p -> ": " + p.code().word() + " at " + p.at()).orElse("");
    }
}
