package io.quayside.routes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which documents of ours the route files take, as of one moment; a new one for each change, so that who asks never sees a
 * file half. A file that is being loaded, or was refused, may take all of the partner that it is named after, and of those
 * that it names. Before the first look everything may be taken.
 */
final class Takings {
    /** Nothing is known yet. */
    static final Takings UNKNOWN = new Takings(Map.of(), false);

    private sealed interface File {
        boolean takes(DueKinds.Due documents);
    }

    private record Runs(Set<DueKinds.Due> taken) implements File {
        @Override
        public boolean takes(DueKinds.Due documents) {
            return taken.contains(documents);
        }
    }

    private record Unsure(String name, String text) implements File {
        @Override
        public boolean takes(DueKinds.Due documents) {
            String partner = documents.partner();
            return name.equals(partner)
                    || Pattern.compile("(?<![\\w-])" + Pattern.quote(partner) + "(?![\\w-])")
                            .matcher(text)
                            .find();
        }
    }

    private final Map<String, File> files;
    private final boolean looked;

    private Takings(Map<String, File> files, boolean looked) {
        this.files = files;
        this.looked = looked;
    }

    /** The file runs and takes these. */
    Takings runs(String name, Set<DueKinds.Due> taken) {
        return with(name, new Runs(taken));
    }

    /** Nobody can say what the file takes: it is being loaded, or refused. */
    Takings unsure(String name, String text) {
        return with(name, new Unsure(name, text));
    }

    Takings gone(String name) {
        Map<String, File> now = new HashMap<>(files);
        now.remove(name);
        return new Takings(now, looked);
    }

    /** All files have been looked at. */
    Takings looked() {
        return new Takings(files, true);
    }

    /** Whether a route takes these, or may. */
    boolean takes(DueKinds.Due documents) {
        return !looked || files.values().stream().anyMatch(file -> file.takes(documents));
    }

    private Takings with(String name, File file) {
        Map<String, File> now = new HashMap<>(files);
        now.put(name, file);
        return new Takings(now, looked);
    }
}
