package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One test of a mapping: a sample read, and held against what the test expects. */
record Tried(Compiled mapping, Dry dry, Trial trial) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What differs, in one sentence. */
    Optional<String> failure(Path sample, MappingFile file) throws IOException {
        if (trial.records().isPresent()) {
            Path expected = file.beside(trial.records().get());
            if (!Files.isRegularFile(expected)) {
                return Optional.of("no file " + expected + "; `map` prints what would stand there");
            }
            Optional<String> failure =
                    mapping instanceof WriteMapping ? document(sample, expected) : records(sample, expected);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return problems(sample).or(() -> held(sample));
    }

    /** Byte for byte; what an order cannot be written as is a failure in a sentence. */
    private Optional<String> document(Path sample, Path expected) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            dry.run(sample, printed, OutputStream.nullOutputStream(), false);
        } catch (Unwritable e) {
            return Optional.of(trial.in() + " cannot be written: " + e.getMessage());
        }
        int at = Arrays.mismatch(printed.toByteArray(), Files.readAllBytes(expected));
        return at < 0
                ? Optional.empty()
                : Optional.of(trial.in() + " is written otherwise than " + expected + " from byte " + (at + 1)
                        + "; `map` prints what is written");
    }

    private Optional<String> records(Path sample, Path expected) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        dry.run(sample, printed, OutputStream.nullOutputStream(), false);
        List<JsonNode> got = lines(printed.toString(StandardCharsets.UTF_8));
        List<JsonNode> wanted = lines(Files.readString(expected));
        for (int i = 0; i < Math.min(got.size(), wanted.size()); i++) {
            if (!got.get(i).equals(wanted.get(i))) {
                return Optional.of(
                        trial.in() + " record " + (i + 1) + " is " + got.get(i) + " and should be " + wanted.get(i));
            }
        }
        return got.size() == wanted.size()
                ? Optional.empty()
                : Optional.of(trial.in() + " gives " + got.size() + " records and should give " + wanted.size());
    }

    private Optional<String> problems(Path sample) throws IOException {
        List<String> wanted = trial.problems().orElse(List.of());
        if (trial.problems().isEmpty()) {
            return Optional.empty();
        }
        List<String> got =
                dry.problems(sample).stream().map(p -> p.code().word()).toList();
        return got.equals(wanted)
                ? Optional.empty()
                : Optional.of(trial.in() + " gives the problems " + got + " and should give " + wanted);
    }

    private Optional<String> held(Path sample) {
        return trial.held()
                .filter(guard -> !tripped(sample).contains(guard))
                .map(guard -> trial.in() + " is not held by " + guard);
    }

    private List<String> tripped(Path sample) {
        return new FileGuards(mapping.guards()).tripped(dry, sample);
    }

    private static List<JsonNode> lines(String text) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
