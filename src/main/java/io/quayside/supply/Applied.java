package io.quayside.supply;

import io.quayside.mapping.Problem;
import java.util.List;

/** What applying a chunk came to: what it caused, and what it said in vain. */
public record Applied(Told told, List<Problem> problems) {
    public static final Applied NOTHING = new Applied(Told.NOTHING, List.of());
}
