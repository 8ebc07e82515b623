package io.quayside.app;

import io.quayside.routes.RouteFile;
import io.quayside.routes.Routes;
import io.quayside.web.pages.Sources.RefusedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Route and mapping files that do not run as they stand, for people. */
record NotRunning(Routes routes, LoadedMappings mappings) implements Supplier<List<RefusedFile>> {
    @Override
    public List<RefusedFile> get() {
        List<RefusedFile> files = new ArrayList<>();
        for (RouteFile file : routes.files()) {
            file.refused().ifPresent(why -> files.add(new RefusedFile("routes/" + file.name() + ".camel.yaml", why)));
        }
        mappings.refused().forEach(file -> files.add(new RefusedFile("mappings/" + file.file(), file.sentence())));
        return files;
    }
}
