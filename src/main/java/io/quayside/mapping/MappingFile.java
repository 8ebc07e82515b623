package io.quayside.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A mapping or partner file on disk. */
record MappingFile(Path path) {
    /** What a person calls the file. */
    String label() {
        return path.toString();
    }

    PartnerFile partner(String code) throws IOException {
        return PartnerCompiler.compile(code, Yaml.parse(label(), text()));
    }

    /** The mapping; where {@code folder} is a partner's, it must be that partner's. */
    Compiled mapping(String name, Optional<String> folder) throws IOException {
        return mapping(name, folder, table -> {});
    }

    /** The same; {@code tables} hears of each file beside it that it names, before that is read. */
    Compiled mapping(String name, Optional<String> folder, Consumer<Path> tables) throws IOException {
        Compiled compiled = new MappingCompiler(name, label(), table -> table(table, tables)).compile(text());
        Optional<String> stranger = compiled.partner()
                .filter(p -> folder.isPresent() && !folder.get().equals(p));
        if (stranger.isPresent()) {
            throw new Fault(
                    label(),
                    1,
                    "`partner: " + stranger.get() + "` stands in the folder of '" + folder.get()
                            + "'; move the file or write `partner: " + folder.get() + "`");
        }
        if (folder.isPresent() && compiled.partner().isEmpty()) {
            throw new Fault(label(), 1, "'partner' is missing; write `partner: " + folder.get() + "`");
        }
        return compiled;
    }

    /** A file that the mapping names, in its folder or below. */
    Path beside(String name) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new Fault(label(), 1, "'" + name + "' lies outside the mapping's folder");
        }
        return file;
    }

    private Optional<String> table(String name, Consumer<Path> tables) {
        Path file = beside(name);
        tables.accept(file);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() throws IOException {
        try {
            return Files.readString(path);
        } catch (MalformedInputException e) {
            throw new Fault(label(), 1, "the file is not UTF-8");
        }
    }
}
