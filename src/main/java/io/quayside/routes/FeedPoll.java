package io.quayside.routes;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * One poll of a feed: list, take what is complete, and only then move or delete it at the site. A file is moved only as the
 * one that was read: where it was replaced meanwhile, it is a new file. One thread at a time.
 */
final class FeedPoll {
    private static final int FILES = 1_000;
    private static final int FAILURES_IN_A_ROW = 3;

    /** What became of a file in the route. */
    record Taken(boolean kept, Optional<Exception> failure) {}

    /** What became of the poll: whether there are more files now, and what a person should know. */
    record Polled(boolean more, Optional<String> trouble) {}

    /** Runs the route on a file. */
    @FunctionalInterface
    interface Taker {
        Taken take(Site.Entry file, RemoteBytes bytes);
    }

    private final SiteEndpoint endpoint;
    private final Taker taker;
    private final BooleanSupplier goesOn;
    private final CompleteFiles files;
    /** Kept, but the site would not move them: they are not read again. Which was tried longest ago is tried first. */
    private final Set<Site.Entry> unmoved = new LinkedHashSet<>();
    /** Not read or not kept, though tried: all others come before them. Which was tried longest ago is tried first. */
    private final Set<Site.Entry> failed = new LinkedHashSet<>();

    FeedPoll(SiteEndpoint endpoint, Taker taker, BooleanSupplier goesOn) {
        this.endpoint = endpoint;
        this.taker = taker;
        this.goesOn = goesOn;
        this.files =
                new CompleteFiles(endpoint.rule().include(), endpoint.rule().complete());
    }

    /** Blocks until it is through; a site that fails ends it, and what was kept until then is kept. */
    Polled poll() throws SiteFailure {
        try (Site site = endpoint.open()) {
            CompleteFiles.Look look = files.look(System.nanoTime());
            site.list(look);
            List<Site.Entry> complete = look.complete();
            forget(complete);
            List<Site.Entry> fresh = complete.stream()
                    .filter(file -> !unmoved.contains(file) && !failed.contains(file))
                    .toList();
            List<Site.Entry> again = List.copyOf(failed);
            List<Site.Entry> moves = List.copyOf(unmoved);
            Round round = new Round(site, complete.size());
            round.takeAll(first(fresh));
            round.takeAll(first(again));
            round.moveAll(moves);
            round.end();
            boolean more = fresh.size() > FILES && !round.isHopeless() && goesOn.getAsBoolean();
            return new Polled(more, round.trouble.or(() -> odd(look)));
        }
    }

    /** What is remembered of files ends with them. */
    private void forget(List<Site.Entry> complete) {
        if (!unmoved.isEmpty() || !failed.isEmpty()) {
            Set<Site.Entry> there = new HashSet<>(complete);
            unmoved.retainAll(there);
            failed.retainAll(there);
        }
    }

    private static List<Site.Entry> first(List<Site.Entry> files) {
        return files.subList(0, Math.min(FILES, files.size()));
    }

    private static Optional<String> odd(CompleteFiles.Look look) {
        if (!look.refused().isEmpty()) {
            return Optional.of("no plain file names, so the files are left where they are: "
                    + look.refused().size() + " of them, the first \""
                    + FileName.shown(look.refused().get(0)) + "\"; ask the partner to rename or remove them");
        }
        return look.alone().stream()
                .sorted()
                .findFirst()
                .map(name ->
                        name + " says that a file is complete which is not there: put the file, or remove " + name);
    }

    /** The files of one poll. */
    private final class Round {
        private final Site site;
        private Optional<String> trouble = Optional.empty();
        private final int files;
        private int gone;
        private int failuresInARow;
        private int stuckInARow;

        Round(Site site, int files) {
            this.site = site;
            this.files = files;
        }

        boolean isHopeless() {
            return failuresInARow >= FAILURES_IN_A_ROW;
        }

        void takeAll(List<Site.Entry> files) throws SiteFailure {
            for (Site.Entry file : files) {
                if (!goesOn.getAsBoolean() || isHopeless()) {
                    return;
                }
                if (read(file)) {
                    away(file);
                }
            }
        }

        /** Tries again to move what is kept; a site that lets us move nothing is asked about a few of them only. */
        void moveAll(List<Site.Entry> files) {
            for (Site.Entry file : files) {
                if (!goesOn.getAsBoolean() || stuckInARow >= FAILURES_IN_A_ROW) {
                    return;
                }
                away(file);
            }
        }

        /** Whether the file is kept now. */
        private boolean read(Site.Entry file) throws SiteFailure {
            RemoteBytes bytes = new RemoteBytes(site, file);
            Taken taken;
            try {
                taken = taker.take(file, bytes);
            } finally {
                bytes.close();
            }
            failed.remove(file);
            if (bytes.failure().isPresent() && !taken.kept()) {
                failed.add(file);
                if (!site.answers()) {
                    throw bytes.failure().get();
                }
                trouble = Optional.of(file.name() + " stays where it is: "
                        + bytes.failure().get().getMessage());
                return false;
            }
            if (taken.failure().isPresent()) {
                failed.add(file);
                failuresInARow++;
                trouble = Optional.of(file.name() + " stays where it is: "
                        + OneLine.of(taken.failure().get()));
                return false;
            }
            failuresInARow = 0;
            if (!taken.kept()) {
                failed.add(file);
                trouble = Optional.of(
                        file.name()
                                + " stays where it is, because no step of the route kept it: let the route end with kamelet:keep");
            }
            return taken.kept();
        }

        private void away(Site.Entry file) {
            try {
                // Another file of that name came while this one was read: it has its turn at the next poll.
                if (site.look(file.name()).filter(file::equals).isPresent()) {
                    if (endpoint.rule().deletes()) {
                        site.delete(file.name());
                    } else {
                        site.move(file.name(), endpoint.rule().done());
                    }
                }
                unmoved.remove(file);
                stuckInARow = 0;
                gone++;
                if (endpoint.rule().complete() instanceof CompleteRule.DoneFile done && done.isOneForEach()) {
                    site.delete(done.of(file.name()));
                }
            } catch (SiteFailure e) {
                unmoved.remove(file);
                unmoved.add(file);
                stuckInARow++;
                trouble = Optional.of(file.name() + " is kept, but stays at the site: " + e.getMessage()
                        + "; let the login move files, or write done: delete");
            }
        }

        /** One done file for all goes when all of them are gone. */
        void end() throws SiteFailure {
            if (endpoint.rule().complete() instanceof CompleteRule.DoneFile done
                    && !done.isOneForEach()
                    && gone == files
                    && gone > 0) {
                site.delete(done.of(""));
            }
        }
    }
}
