package io.quayside.supply;

import java.util.Optional;

/**
 * What made a plan be made again, for the decision record (rule 12).
 *
 * @param kind document, call, schedule or order
 * @param document id of the document, where one is the cause
 * @param position in that document, as its partner would look for it
 */
public record Trigger(String kind, Optional<Long> document, Optional<String> position) {
    /** A call of the API, by what it is about: its path, for example. */
    public static Trigger call(String about) {
        return new Trigger("call", Optional.empty(), Optional.of(about));
    }

    /** An order that was placed or changed. */
    public static Trigger order(String storefront, String number) {
        return new Trigger("order", Optional.empty(), Optional.of(storefront + "/" + number));
    }

    /** A line of a document. */
    public static Trigger document(long document, String position) {
        return new Trigger("document", Optional.of(document), Optional.of(position));
    }

    /** Time that has passed, or an order judged later. */
    public static Trigger schedule(String about) {
        return new Trigger("schedule", Optional.empty(), Optional.of(about));
    }
}
