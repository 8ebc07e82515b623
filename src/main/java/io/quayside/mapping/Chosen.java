package io.quayside.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A mapping that a person named on the command line, and what is known of its partner. */
public record Chosen(Mapping mapping, PartnerFile partner) {
    /**
     * Finds it by its name under {@code folder} ({@code acme/inventory}, {@code standard/inventory}) or by its path.
     * Throws a {@link Fault} in one sentence where there is none, or where it is broken.
     */
    public static Chosen of(Path folder, String named) throws IOException {
        if (named.endsWith(".yaml") || named.endsWith(".yml")) {
            return byPath(Path.of(named));
        }
        Mappings mappings = Mappings.load(folder);
        for (String ending : new String[] {".yaml", ".yml"}) {
            if (mappings.errors().containsKey(named + ending)) {
                throw new Fault(mappings.errors().get(named + ending));
            }
        }
        Mapping mapping = mappings.find(named)
                .orElseThrow(() -> new Fault(
                        "no mapping '" + named + "' under " + folder + Nearest.hint(named, mappings.names())));
        return new Chosen(mapping, mapping.partner().flatMap(mappings::partner).orElseGet(() -> unnamed(mapping)));
    }

    private static Chosen byPath(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new Fault("no file " + path);
        }
        String file = path.getFileName().toString();
        Compiled mapping = new MappingFile(path).mapping(file.substring(0, file.lastIndexOf('.')), Optional.empty());
        Path beside = path.resolveSibling("partner.yaml");
        return new Chosen(
                mapping,
                mapping.partner().isPresent() && Files.isRegularFile(beside)
                        ? new MappingFile(beside).partner(mapping.partner().get())
                        : unnamed(mapping));
    }

    private static PartnerFile unnamed(Mapping mapping) {
        return PartnerFile.unnamed(mapping.partner().orElse(""));
    }
}
