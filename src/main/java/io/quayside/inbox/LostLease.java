package io.quayside.inbox;

/** Another node has taken the document over: whatever we were doing to it is rolled back. */
final class LostLease extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostLease(long document) {
        super("document " + document + " was taken over by another worker", null, false, false);
    }
}
