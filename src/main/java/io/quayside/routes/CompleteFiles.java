package io.quayside.routes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Lets complete files of a folder through. Made by Camel from the kamelet feed-folder, once a use of it. */
public final class CompleteFiles implements GenericFileFilter<Object> {
    private record Seen(long size, long modified, long at) {}

    /** What has been changing for a day in nanoseconds, or is gone, begins anew. */
    private static final long FORGET = 86_400_000_000_000L;

    private final CompleteRule rule;
    private final Map<Path, Seen> changing = new ConcurrentHashMap<>();

    /** {@code rule} as in the kamelet's parameter {@code complete}; an Object, because Camel takes a text with a ${ for no String. */
    public CompleteFiles(Object rule) {
        this.rule = CompleteRule.of(rule.toString());
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        String name = file.getFileNameOnly();
        if (file.isDirectory() || FileName.isUnfinished(name)) {
            return false;
        }
        Path path = Path.of(file.getAbsoluteFilePath());
        if (rule instanceof CompleteRule.DoneFile done) {
            return !done.isDone(name) && Files.exists(path.resolveSibling(done.of(name)));
        }
        if (rule instanceof CompleteRule.Renamed renamed) {
            return !name.endsWith(renamed.ending());
        }
        return isStable(path, file, ((CompleteRule.Stable) rule).span().toNanos());
    }

    private boolean isStable(Path path, GenericFile<Object> file, long span) {
        Seen now = new Seen(file.getFileLength(), file.getLastModified(), System.nanoTime());
        Seen first = changing.merge(path, now, (a, b) -> a.size() == b.size() && a.modified() == b.modified() ? a : b);
        boolean stable = now.at() - first.at() >= span;
        if (stable) {
            changing.remove(path);
            changing.values().removeIf(seen -> now.at() - seen.at() > FORGET);
        }
        return stable;
    }
}
