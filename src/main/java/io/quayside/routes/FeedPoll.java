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

    /** What became of a file in the route. */
    record Taken(boolean kept, Optional<Exception> failure) {}

    /** What became of the poll: whether there are more files now, and what a person should know. */
    record Polled(boolean more, Optional<String> trouble) {}

    /**
     * Files that are still there though they were tried; which was tried longest ago is tried first.
     *
     * @param unmoved kept, but the site would not move them: they are not read again
     * @param failed not read or not kept: all others come before them
     */
    record Open(Set<Site.Entry> unmoved, Set<Site.Entry> failed) {
        /** What is remembered of files ends with them. */
        void forget(List<Site.Entry> complete) {
            if (!unmoved.isEmpty() || !failed.isEmpty()) {
                Set<Site.Entry> there = new HashSet<>(complete);
                unmoved.retainAll(there);
                failed.retainAll(there);
            }
        }
    }

    /** Runs the route on a file. */
    @FunctionalInterface
    interface Taker {
        Taken take(Site.Entry file, RemoteBytes bytes);
    }

    private final SiteEndpoint endpoint;
    private final Taker taker;
    private final BooleanSupplier goesOn;
    private final CompleteFiles files;
    private final Open open = new Open(new LinkedHashSet<>(), new LinkedHashSet<>());

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
            open.forget(complete);
            List<Site.Entry> fresh = complete.stream()
                    .filter(file ->
                            !open.unmoved().contains(file) && !open.failed().contains(file))
                    .toList();
            List<Site.Entry> again = List.copyOf(open.failed());
            List<Site.Entry> moves = List.copyOf(open.unmoved());
            FeedRound round = new FeedRound(site, endpoint.rule(), taker, goesOn, open);
            round.takeAll(first(fresh));
            round.takeAll(first(again));
            round.moveAll(moves);
            round.end(complete.size());
            boolean more = fresh.size() > FILES && !round.isHopeless() && goesOn.getAsBoolean();
            return new Polled(more, round.trouble().or(() -> odd(look)));
        }
    }

    private static List<Site.Entry> first(List<Site.Entry> files) {
        return files.subList(0, Math.min(FILES, files.size()));
    }

    private static Optional<String> odd(CompleteFiles.Look look) {
        if (look.firstRefused().isPresent()) {
            return Optional.of("no plain file names, so the files are left where they are: "
                    + look.refused() + " of them, the first \""
                    + FileName.shown(look.firstRefused().get()) + "\"; ask the partner to rename or remove them");
        }
        return look.alone().stream()
                .sorted()
                .findFirst()
                .map(name ->
                        name + " says that a file is complete which is not there: put the file, or remove " + name);
    }
}
