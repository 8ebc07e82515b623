package io.quayside.mapping;

/**
 * What a partner wants to hear of its documents: `acknowledge` of its file.
 *
 * @param send for an X12 document; of all others there is the report of what was wrong
 * @param ta1 when an interchange of X12 is answered as a whole
 */
public record Acknowledge(Send send, Ta1 ta1) {
    /** Where the file says nothing. */
    public static final Acknowledge USUAL = new Acknowledge(Send.X997, Ta1.ON_ERROR);

    /** Nothing at all. */
    static final Acknowledge OFF = new Acknowledge(Send.OFF, Ta1.OFF);

    /** How a document is answered. */
    public enum Send {
        OFF,
        /** The report of what was wrong, as CSV. */
        CSV,
        X997,
        X999
    }

    /** When there is a TA1. */
    public enum Ta1 {
        OFF,
        ON_ERROR,
        ALWAYS
    }

    /** Whether X12 is answered by X12. */
    public boolean isX12() {
        return send == Send.X997 || send == Send.X999;
    }
}
