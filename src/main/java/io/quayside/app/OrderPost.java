package io.quayside.app;

import io.quayside.outbox.OutDocuments;
import io.quayside.routes.Correspondence;
import io.quayside.supply.dropship.SentOrders;
import io.quayside.supply.dropship.Writing;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Purchase orders are what is written when a route looks for something to send; acknowledgements and reports are written before. */
record OrderPost(Writing writing, SentOrders orders) implements Correspondence {
    @Override
    public void write(String partner, Set<String> kinds) {
        if (kinds.contains(OutDocuments.Kind.PURCHASE_ORDER.word())) {
            writing.write(partner);
        }
    }

    @Override
    public void sent(Handle handle, long document) {
        orders.sent(handle, document);
    }
}
