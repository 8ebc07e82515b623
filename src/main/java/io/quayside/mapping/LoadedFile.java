package io.quayside.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping or partner file as it was read: one of mapping, partner and error.
 *
 * @param made the stamps of all files that it was made from, missing ones too: while they stand, there is nothing to read
 */
record LoadedFile(
        Map<Path, Stamp> made, Optional<Mapping> mapping, Optional<PartnerFile> partner, Optional<String> error) {
    /** The file of a partner that says who it is; all others in its folder are mappings. */
    static final String PARTNER_FILE = "partner.yaml";

    /** Reads and compiles; whatever is wrong with the file stays with it. */
    static LoadedFile read(Path file, String code, String name) {
        Map<Path, Stamp> made = new LinkedHashMap<>();
        made.put(file, Stamp.of(file));
        MappingFile source = new MappingFile(file);
        try {
            if (code.equals(Mappings.STANDARD)) {
                throw new Fault(
                        source.label(),
                        1,
                        "the folder 'standard' is that of the house layouts; name it after the partner");
            }
            return isPartner(file)
                    ? new LoadedFile(made, Optional.empty(), Optional.of(source.partner(code)), Optional.empty())
                    : new LoadedFile(
                            made,
                            Optional.of(
                                    source.mapping(name, Optional.of(code), table -> made.put(table, Stamp.of(table)))),
                            Optional.empty(),
                            Optional.empty());
        } catch (Fault fault) {
            return broken(made, fault.getMessage());
        } catch (IOException | RuntimeException e) {
            return broken(made, source.label() + ":1: the file cannot be read: " + e);
        }
    }

    static boolean isPartner(Path file) {
        return file.getFileName().toString().equals(PARTNER_FILE);
    }

    /** Whether nothing of what it was made from has changed. */
    boolean stands() {
        return made.entrySet().stream().allMatch(from -> Stamp.of(from.getKey()).equals(from.getValue()));
    }

    private static LoadedFile broken(Map<Path, Stamp> made, String error) {
        return new LoadedFile(made, Optional.empty(), Optional.empty(), Optional.of(error));
    }
}
