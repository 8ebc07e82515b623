package io.quayside.routes;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What the sending of documents asks of those who write them. Called by many threads. */
public interface Correspondence {
    /** Of who writes nothing and asks for nothing. */
    Correspondence NONE = new Correspondence() {
        @Override
        public void write(String partner, Set<String> kinds) {}

        @Override
        public void sent(Handle handle, long document) {}
    };

    /**
     * Writes what is due for the partner, of the kinds that one of its routes takes, so that this route can send it. Called
     * at each look of the route; costs next to nothing where nothing is due.
     */
    void write(String partner, Set<String> kinds);

    /** A document has been sent for the first time: called once, in the transaction that says so. */
    void sent(Handle handle, long document);
}
