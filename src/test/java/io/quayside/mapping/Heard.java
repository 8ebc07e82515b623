package io.quayside.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sink that writes down what it hears, and checks that it hears it in an order that makes sense. */
final class Heard implements Sink {
    final List<Message> messages = new ArrayList<>();
    final List<Canonical> records = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final List<Integer> fallen = new ArrayList<>();
    final List<String> named = new ArrayList<>();
    final List<String> repairs = new ArrayList<>();
    int lines;
    int bad;

    static Heard of(Mapping mapping, String text) throws IOException {
        return of(mapping, new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    static Heard of(Mapping mapping, InputStream bytes) throws IOException {
        Heard heard = new Heard();
        mapping.read(bytes, "in.csv", PartnerFile.unnamed("acme"), heard);
        return heard;
    }

    /** Records of messages that stand. */
    List<Canonical> standing() {
        return fallen.isEmpty() ? records : List.of();
    }

    List<String> codes() {
        return problems.stream().map(p -> p.code().word()).toList();
    }

    @Override
    public void message(Message message) {
        messages.add(message);
    }

    @Override
    public void record(Canonical record) {
        if (messages.isEmpty()) {
            throw new AssertionError("a record before its message");
        }
        records.add(record);
    }

    @Override
    public void named(String sku, Optional<String> location) {
        named.add(sku);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    @Override
    public void fallen(int n) {
        if (problems.isEmpty()) {
            throw new AssertionError("fallen without a problem");
        }
        fallen.add(n);
    }

    @Override
    public void ended(int n, int lineCount, int badCount) {
        lines += lineCount;
        bad += badCount;
    }

    @Override
    public void repaired(String repair, String at) {
        repairs.add(repair);
    }
}
