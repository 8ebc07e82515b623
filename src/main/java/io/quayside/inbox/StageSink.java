package io.quayside.inbox;

import io.quayside.mapping.Answered;
import io.quayside.mapping.Canonical;
import io.quayside.mapping.Message;
import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.mapping.Received;
import io.quayside.mapping.Sink;
import io.quayside.mapping.Spot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what a mapping reads into staged rows, and looks at each line's location, which needs no database. One thread. */
final class StageSink implements Sink {
    private final Places places;
    private final Instant receivedAt;
    private final StageRows rows;
    private final List<Spoken> messages = new ArrayList<>();
    private final Findings findings = new Findings();
    private final Fingerprints keys = new Fingerprints();
    private final List<Received> received = new ArrayList<>();
    private final List<Answered> answered = new ArrayList<>();
    private final Spots spots = new Spots();
    private Optional<Spot> place = Optional.empty();
    private Spoken current;

    StageSink(Places places, Instant receivedAt, Pipe pipe) {
        this.places = places;
        this.receivedAt = receivedAt;
        this.rows = new StageRows(pipe);
    }

    List<Spoken> messages() {
        return messages;
    }

    Findings findings() {
        return findings;
    }

    /** Interchanges of X12, as their sender hears of them. */
    List<Received> received() {
        return received;
    }

    /** What the document says of documents that we sent. */
    List<Answered> answered() {
        return answered;
    }

    /** Where rows stand in X12. */
    Spots spots() {
        return spots;
    }

    /** Locations by the number that staged rows call them. */
    List<String> locations() {
        return rows.locations();
    }

    /** Whether lines of inventory may name the same SKU and location, within a message or between messages. */
    boolean mayRepeat() {
        List<Spoken> inventory = messages.stream()
                .filter(m -> m.message.kind() == Canonical.Kind.INVENTORY)
                .toList();
        boolean onlyKeyed = inventory.stream().noneMatch(m -> m.message.distinct());
        boolean onlyDistinct =
                inventory.size() == 1 && !(inventory.get(0).leavesLocation && inventory.get(0).namesLocation);
        return keys.mayRepeat() || !onlyKeyed && !onlyDistinct;
    }

    /** What the mapping keeps apart need not be looked at again; keys cost more than all else of a line. */
    private void distinguish(Canonical.Inventory record, String location) {
        current.leavesLocation |= record.location().isEmpty();
        current.namesLocation |= record.location().isPresent();
        if (!current.message.distinct()) {
            keys.add(record.sku(), location);
        }
    }

    @Override
    public void message(Message message) {
        current = new Spoken(message, receivedAt);
        messages.add(current);
        switch (message.kind()) {
            case RECEIPT ->
                refuseUnless(places.warehousing(), "a partner of kind warehouse: only those count goods in");
            default -> {}
        }
    }

    private void refuseUnless(boolean allowed, String write) {
        if (!allowed) {
            current.fallen = true;
            current.denied = true;
            findings.whole(
                    ProblemCode.WRONG_FORMAT, "document", current.message.kind().word(), write);
        }
    }

    @Override
    public void record(Canonical record) {
        if (record instanceof Canonical.Inventory r) {
            home(r.location(), r.at()).ifPresent(location -> {
                current.speaksOf(location);
                distinguish(r, location);
                current.incoming |= r.incoming().isPresent();
                row(r.at(), r.sku(), location, r.quantity(), StageRecord.of(r));
            });
        } else if (record instanceof Canonical.Inbound r) {
            if (known(r.location(), r.at())) {
                row(r.at(), r.sku(), r.location().orElse(null), r.quantity(), StageRecord.of(r));
            }
        } else if (record instanceof Canonical.Shipment r) {
            row(r.at(), r.sku().orElse(null), null, r.quantity(), StageRecord.of(r));
        } else if (record instanceof Canonical.OrderAck r) {
            row(r.at(), r.sku().orElse(null), null, r.quantity().orElse(0), StageRecord.of(r));
        } else if (record instanceof Canonical.Receipt r && known(r.location(), r.at()) && hasCome(r)) {
            row(r.at(), r.sku(), r.location().orElse(null), r.quantity(), StageRecord.of(r));
        }
    }

    private void row(String at, String sku, String location, int quantity, String record) {
        current.rows++;
        current.largest = Math.max(current.largest, quantity);
        int row = rows.line(current.message.n(), at, sku, location, quantity, record);
        place.ifPresent(spot -> spots.put(row, spot));
    }

    @Override
    public void named(String sku, Optional<String> location) {
        location.filter(places.own()::contains).or(places::home).ifPresent(place -> {
            current.speaksOf(place);
            rows.named(current.message.n(), sku, place);
        });
    }

    @Override
    public void problem(Problem problem) {
        if (current == null) {
            findings.add(problem);
            return;
        }
        current.lineProblems += problem.line().isPresent() ? 1 : 0;
        findings.add(current.message.n(), problem);
    }

    @Override
    public void fallen(int n) {
        of(n).ifPresent(message -> {
            message.fallen = true;
            message.denied = true;
            findings.forgetLines(n, message.lineProblems);
            message.lineProblems = 0;
        });
    }

    @Override
    public void refused(int n) {
        of(n).ifPresent(message -> {
            message.fallen = true;
            message.denied = true;
        });
    }

    @Override
    public void place(Spot spot) {
        place = Optional.of(spot);
    }

    @Override
    public void received(Received interchange) {
        received.add(interchange);
    }

    @Override
    public void answered(Answered answer) {
        answered.add(answer);
    }

    @Override
    public void ended(int n, int lines, int bad) {
        of(n).ifPresent(message -> message.bad = bad);
    }

    private Optional<Spoken> of(int n) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).message.n() == n) {
                return Optional.of(messages.get(i));
            }
        }
        return Optional.empty();
    }

    /** The document is read to its end. */
    void end() {
        rows.end();
    }

    private Findings.Line here(String at) {
        return new Findings.Line(current.message.n(), at, place);
    }

    private Optional<String> home(Optional<String> location, String at) {
        if (location.isEmpty() && places.home().isEmpty()) {
            findings.line(
                    here(at),
                    ProblemCode.UNKNOWN_PARTNER,
                    "",
                    "location",
                    "the location: the partner has not just one");
            return Optional.empty();
        }
        String home = location.orElseGet(() -> places.home().orElseThrow());
        if (!places.own().contains(home)) {
            findings.line(
                    here(at),
                    ProblemCode.UNKNOWN_PARTNER,
                    home,
                    "location",
                    "a location of this partner: " + places.own());
            return Optional.empty();
        }
        return Optional.of(home);
    }

    /** Units that are said to come in later are not there yet. */
    private boolean hasCome(Canonical.Receipt receipt) {
        boolean come =
                receipt.receivedAt().filter(at -> Claim.isAhead(at, receivedAt)).isEmpty();
        if (!come) {
            findings.line(
                    here(receipt.at()),
                    ProblemCode.BAD_DATE,
                    receipt.receivedAt().get().toString(),
                    "received_at",
                    "a moment that has passed when the document comes");
        }
        return come;
    }

    private boolean known(Optional<String> location, String at) {
        boolean known = location.isEmpty() || places.all().contains(location.get());
        if (!known) {
            findings.line(here(at), ProblemCode.UNKNOWN_PARTNER, location.get(), "location", "the code of a location");
        }
        return known;
    }
}
