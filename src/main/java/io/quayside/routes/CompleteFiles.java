package io.quayside.routes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Which files of a feed are complete. Remembers from look to look how each file was, in a few words a file, and forgets
 * what is gone. One thread at a time.
 */
final class CompleteFiles {
    /** As many files of a folder are looked at; the others have their turn when these are gone. */
    private static final int MOST = 200_000;

    private record Seen(long size, long modified, long at) {}

    private final Pattern include;
    private final CompleteRule rule;
    private Map<String, Seen> seen = Map.of();
    private Set<String> lonely = Set.of();

    CompleteFiles(Pattern include, CompleteRule rule) {
        this.include = include;
        this.rule = rule;
    }

    /** Begins a look; {@code now} in ns, as {@link System#nanoTime}. Give it the listing, then ask. */
    Look look(long now) {
        return new Look(now);
    }

    /** One listing of the folder. */
    final class Look implements Consumer<Site.Entry> {
        private final long now;
        private final Map<String, Site.Entry> files = new HashMap<>();
        private final Set<String> done = new HashSet<>();
        private int refused;
        private Optional<String> firstRefused = Optional.empty();
        private final Set<String> alone = new HashSet<>();

        private Look(long now) {
            this.now = now;
        }

        @Override
        public void accept(Site.Entry entry) {
            String name = entry.name();
            if (!FileName.isClean(name)) {
                refuse(name);
            } else if (rule instanceof CompleteRule.DoneFile doneFile && doneFile.isDone(name)) {
                if (done.size() < MOST) {
                    done.add(name);
                }
            } else if (files.size() < MOST && isWanted(name)) {
                files.put(name, entry);
            }
        }

        /** What is no file name is no business of ours, unless it would lead somewhere else or is one that we want. */
        private void refuse(String name) {
            boolean leads = name.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
            if (leads && !name.equals("..") || include.matcher(name).matches()) {
                refused++;
                firstRefused = firstRefused.or(() -> Optional.of(name));
            }
        }

        private boolean isWanted(String name) {
            return include.matcher(name).matches()
                    && !FileName.isUnfinished(name)
                    && !(rule instanceof CompleteRule.Renamed renamed && name.endsWith(renamed.ending()));
        }

        /** The complete files, oldest first. */
        List<Site.Entry> complete() {
            Map<String, Seen> looked = new HashMap<>();
            List<Site.Entry> complete = new ArrayList<>();
            for (Site.Entry file : files.values()) {
                if (isComplete(file, looked)) {
                    complete.add(file);
                }
            }
            seen = looked;
            lonely();
            complete.sort(Comparator.comparingLong(Site.Entry::modified).thenComparing(Site.Entry::name));
            return complete;
        }

        private boolean isComplete(Site.Entry file, Map<String, Seen> looked) {
            if (rule instanceof CompleteRule.DoneFile doneFile) {
                return done.contains(doneFile.of(file.name()));
            }
            if (rule instanceof CompleteRule.Stable stable) {
                Seen before = seen.get(file.name());
                boolean same = before != null && before.size() == file.size() && before.modified() == file.modified();
                Seen first = same ? before : new Seen(file.size(), file.modified(), now);
                looked.put(file.name(), first);
                return now - first.at() >= stable.span().toNanos();
            }
            return true;
        }

        private void lonely() {
            if (rule instanceof CompleteRule.DoneFile doneFile && doneFile.isOneForEach()) {
                Set<String> expected = new HashSet<>();
                files.keySet().forEach(name -> expected.add(doneFile.of(name)));
                Set<String> without = new HashSet<>(done);
                without.removeAll(expected);
                alone.addAll(without);
                alone.retainAll(lonely);
                lonely = without;
            }
        }

        /** How many names there are that no file of ours may have; they are left where they are. */
        int refused() {
            return refused;
        }

        /** The first of them. */
        Optional<String> firstRefused() {
            return firstRefused;
        }

        /** Done files that had no data at this look and none at the one before. */
        Set<String> alone() {
            return alone;
        }
    }
}
