package io.quayside.web.pages;

/** Everything that may need a person, in the order of Today; each has a statement of its name under sql/web/today. */
enum Concern {
    HELD(Section.HELD, "held", "/documents/%s", "Look at what it would change, then accept or reject it."),
    LATE_FEED(
            Section.LATE,
            "late_feeds",
            "/documents?partner=%s",
            "Ask the partner for it. Where it comes at another time now, say so under expect in the mapping."),
    LATE_INBOUND(
            Section.LATE,
            "late_inbound",
            "/backorders?sku=%s",
            "Ask the partner for a new date; whatever brings it moves the promises."),
    REJECTED(
            Section.FAILED,
            "rejected",
            "/documents/%s",
            "Read its problems. Mend the mapping and replay it, or ask the partner for it again."),
    REFUSED(
            Section.FAILED,
            "refused",
            "/documents/%s",
            "Its problems say what the partner did not take. Send it again where the partner was wrong; else mend the mapping."
                    + " A purchase order is then rejected here, and what it ordered is ordered anew, or its lines are cancelled."),
    UNSENT(
            Section.FAILED,
            "unsent",
            "/documents/%s",
            "It is tried again by itself. See that the partner's server answers and that its login is right."),
    TROUBLE(
            Section.FAILED,
            "trouble",
            "/documents?partner=%s",
            "It is tried again by itself. See that the server answers and that the login in the route file is right."),
    FILE(Section.FAILED, "", "", "The last good version runs on. Mend the file; saving it is enough."),
    DEAD(
            Section.FAILED,
            "dead_deliveries",
            "",
            "Mend the endpoint, then POST /v1/webhooks/%s/replay with the time since when."),
    DISABLED(
            Section.FAILED,
            "disabled_endpoints",
            "",
            "Its backlog is kept. Mend the endpoint, then PATCH /v1/webhooks/%s with status active."),
    SILENT(
            Section.SILENT,
            "silent_orders",
            "/documents/%s",
            "Ask the partner whether it has the order; send the document again if it has not."),
    UNROUTED(
            Section.SILENT,
            "unrouted_orders",
            "/documents?partner=%s",
            "Add a dispatch route for purchase-order to its route file, or mend what keeps it from being written."),
    UNDECIDED(
            Section.EXCEPTIONS,
            "undecided",
            "/backorders?sku=%s",
            "Take the offer with a new order line, or have the partner reject what it cannot send."),
    DISPUTED(
            Section.EXCEPTIONS,
            "disputed",
            "/documents/%s",
            "Its problems say where and what to write. Settle it with the partner: what it sends anew counts, and what it said"
                    + " well of this counts already."),
    CANCELLED(
            Section.EXCEPTIONS,
            "cancelled_units",
            "/documents/%s",
            "Tell the partner not to send them. Its answer that rejects them, or its shipment of them, ends this."),
    EXCEPTION(
            Section.EXCEPTIONS,
            "exceptions",
            "/backorders?sku=%s",
            "Find supply for it, offer a substitute, or cancel the line.");

    /** The parts of Today. */
    enum Section {
        HELD("Held", "set aside, nothing of it applied"),
        LATE("Late", "expected and not here"),
        FAILED("Failed", "could not be read, sent or told"),
        SILENT("Silent", "purchase orders without an answer, or without a way out"),
        EXCEPTIONS("Exceptions", "lines that only a person can settle");

        private final String title;
        private final String meaning;

        Section(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }

        String title() {
            return title;
        }

        String meaning() {
            return meaning;
        }
    }

    private final Section section;
    private final String sql;
    private final String address;
    private final String remedy;

    Concern(Section section, String sql, String address, String remedy) {
        this.section = section;
        this.sql = sql;
        this.address = address;
        this.remedy = remedy;
    }

    Section section() {
        return section;
    }

    /** Name of its statement; empty for files, which are not in the database. */
    String sql() {
        return sql;
    }

    String address() {
        return address;
    }

    String remedy() {
        return remedy;
    }
}
