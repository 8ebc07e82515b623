package io.quayside.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.store.Json;

/** What events say of a document. */
final class Tellings {
    private Tellings() {}

    /** The part that all of them have. */
    static ObjectNode of(String id, String partner, String mapping, String name) {
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("document", id);
        data.put("partner", partner);
        data.put("mapping", mapping);
        data.put("name", name);
        return data;
    }
}
