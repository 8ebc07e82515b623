package io.quayside.app;

import io.quayside.inbox.Layouts;
import io.quayside.mapping.Mapping;
import io.quayside.mapping.Mappings;
import io.quayside.mapping.Nearest;
import io.quayside.mapping.PartnerFile;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mapping files as they were at start; a broken one is said once in the log and again by each document that needs it. */
final class LoadedMappings implements Layouts {
    private static final Logger log = LoggerFactory.getLogger(LoadedMappings.class);

    private final Path folder;
    private final Mappings mappings;

    LoadedMappings(Path folder) {
        this.folder = folder;
        try {
            this.mappings = Mappings.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mappings in " + folder, e);
        }
        mappings.errors().values().forEach(error -> log.warn("mapping refused: {}", error));
    }

    @Override
    public Mapping mapping(String name) {
        return mappings.find(name).orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, missing(name)));
    }

    @Override
    public PartnerFile partner(String code) {
        return mappings.partner(code).orElseGet(() -> PartnerFile.unnamed(code));
    }

    Collection<PartnerFile> partners() {
        return mappings.partners();
    }

    private String missing(String name) {
        String broken = mappings.errors().get(name + ".yaml");
        return broken != null
                ? "the mapping is broken: " + broken
                : "there is no mapping " + name + " under " + folder
                        + Nearest.to(name, mappings.names())
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("");
    }
}
