package io.quayside.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The files of one poll: each is given to the route, and those that are kept leave the site, a batch of small ones at a
 * time, because most of what a small file costs is waiting for the other side. A big file is a batch of its own. What was
 * kept and not moved when we end is read again, and known as the same drop.
 */
final class FeedRound {
    private static final int FAILURES_IN_A_ROW = 3;
    private static final int BATCH_FILES = 64;
    private static final long BATCH_BYTES = 1 << 19;

    private final Site site;
    private final FeedRule rule;
    private final FeedPoll.Taker taker;
    private final BooleanSupplier goesOn;
    private final FeedPoll.Open open;
    private Optional<String> trouble = Optional.empty();
    private int gone;
    private int failuresInARow;
    private int stuckInARow;

    FeedRound(Site site, FeedRule rule, FeedPoll.Taker taker, BooleanSupplier goesOn, FeedPoll.Open open) {
        this.site = site;
        this.rule = rule;
        this.taker = taker;
        this.goesOn = goesOn;
        this.open = open;
    }

    /** The last thing that a person should know of it. */
    Optional<String> trouble() {
        return trouble;
    }

    boolean isHopeless() {
        return failuresInARow >= FAILURES_IN_A_ROW;
    }

    void takeAll(List<Site.Entry> files) throws SiteFailure {
        for (int at = 0; at < files.size() && mayGoOn(); ) {
            List<Site.Entry> batch = batch(files.subList(at, files.size()));
            at += batch.size();
            site.ahead(batch);
            List<Site.Entry> kept = new ArrayList<>();
            for (Site.Entry file : batch) {
                if (mayGoOn() && read(file)) {
                    kept.add(file);
                }
            }
            leave(kept);
        }
    }

    private boolean mayGoOn() {
        return goesOn.getAsBoolean() && !isHopeless();
    }

    /** As many of the first as are read ahead. */
    private static List<Site.Entry> batch(List<Site.Entry> files) {
        int n = 0;
        for (long bytes = 0; n < files.size() && n < BATCH_FILES; n++) {
            long size = files.get(n).size();
            bytes += size < 0 ? BATCH_BYTES : size;
            if (bytes > BATCH_BYTES) {
                break;
            }
        }
        return files.subList(0, Math.max(n, 1));
    }

    /** Tries again to move what is kept; a site that lets us move nothing is asked about a few of them only. */
    void moveAll(List<Site.Entry> files) {
        for (Site.Entry file : files) {
            if (!goesOn.getAsBoolean() || stuckInARow >= FAILURES_IN_A_ROW) {
                return;
            }
            leave(file);
        }
    }

    /** Whether the file is kept now. */
    private boolean read(Site.Entry file) throws SiteFailure {
        RemoteBytes bytes = new RemoteBytes(site, file);
        FeedPoll.Taken taken;
        try {
            taken = taker.take(file, bytes);
        } finally {
            bytes.close();
        }
        open.failed().remove(file);
        if (bytes.failure().isPresent() && !taken.kept()) {
            open.failed().add(file);
            if (!site.answers()) {
                throw bytes.failure().get();
            }
            trouble = Optional.of(
                    file.name() + " stays where it is: " + bytes.failure().get().getMessage());
            return false;
        }
        if (taken.failure().isPresent()) {
            open.failed().add(file);
            failuresInARow++;
            trouble = Optional.of(file.name() + " stays where it is: "
                    + OneLine.of(taken.failure().get()));
            return false;
        }
        failuresInARow = 0;
        if (!taken.kept()) {
            open.failed().add(file);
            trouble = Optional.of(file.name()
                    + " stays where it is, because no step of the route kept it: let the route end with kamelet:keep");
        }
        return taken.kept();
    }

    private void leave(List<Site.Entry> kept) {
        Set<Site.Entry> left = site.leave(kept, rule.deletes() ? Optional.empty() : Optional.of(rule.done()));
        for (Site.Entry file : kept) {
            if (left.contains(file)) {
                left(file);
            } else {
                leave(file);
            }
        }
    }

    private void leave(Site.Entry file) {
        try {
            // Another file of that name came while this one was read: it has its turn at the next poll.
            if (site.look(file.name()).filter(file::equals).isPresent()) {
                if (rule.deletes()) {
                    site.delete(file.name());
                } else {
                    site.move(file.name(), rule.done());
                }
            }
            stuckInARow = 0;
        } catch (SiteFailure e) {
            stuckInARow++;
            stuck(file, e);
            return;
        }
        left(file);
    }

    private void left(Site.Entry file) {
        open.unmoved().remove(file);
        gone++;
        if (rule.complete() instanceof CompleteRule.DoneFile done && done.isOneForEach()) {
            try {
                site.delete(done.of(file.name()));
            } catch (SiteFailure e) {
                stuck(file, e);
            }
        }
    }

    private void stuck(Site.Entry file, SiteFailure e) {
        open.unmoved().remove(file);
        open.unmoved().add(file);
        trouble = Optional.of(file.name() + " is kept, but stays at the site: " + e.getMessage()
                + "; let the login move files, or write done: delete");
    }

    /** One done file for all goes when all of them are gone. */
    void end(int files) throws SiteFailure {
        if (rule.complete() instanceof CompleteRule.DoneFile done
                && !done.isOneForEach()
                && gone == files
                && gone > 0) {
            site.delete(done.of(""));
        }
    }
}
