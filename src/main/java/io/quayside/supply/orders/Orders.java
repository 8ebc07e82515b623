package io.quayside.supply.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.store.Database;
import io.quayside.store.Refusal;
import io.quayside.supply.OrderView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places orders and finds them. Thread-safe; each method is one transaction, run again without the orders it must refuse. */
public final class Orders {
    private final Database database;
    private final Placing placing;

    public Orders(Database database, Placing placing) {
        this.database = database;
        this.placing = placing;
    }

    /** What became of one order: the order as it is now, and whether it is new; or why it was refused. */
    public record Placed(Optional<ObjectNode> order, boolean isNew, Optional<Refusal> refusal) {
        static Placed refused(Refusal refusal) {
            return new Placed(Optional.empty(), false, Optional.of(refusal));
        }
    }

    /** Stores the order and plans its SKUs again; throws its refusal where it cannot be stored. */
    public Placed place(NewOrder order) {
        Placed placed = placeAll(List.of(order)).get(0);
        placed.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return placed;
    }

    /** Stores what can be stored, all in one transaction; answers in the order given. */
    public List<Placed> placeAll(List<NewOrder> orders) {
        Map<Integer, Placed> settled = new LinkedHashMap<>();
        while (true) {
            Map<Integer, NewOrder> open = new LinkedHashMap<>();
            for (int i = 0; i < orders.size(); i++) {
                if (!settled.containsKey(i)) {
                    open.put(i, orders.get(i));
                }
            }
            try {
                settled.putAll(database.inTransaction(handle -> placing.place(handle, open)));
                List<Placed> answer = new ArrayList<>();
                for (int i = 0; i < orders.size(); i++) {
                    answer.add(settled.get(i));
                }
                return answer;
            } catch (Placing.Unfillable unfillable) {
                unfillable.refusals().forEach((i, refusal) -> settled.put(i, Placed.refused(refusal)));
            }
        }
    }

    /** The order of that storefront and number; refuses with 404 where there is none. */
    public ObjectNode find(String storefront, String number) {
        return database.read(handle -> {
            long id = OrderRow.find(handle, storefront, number).id();
            return OrderView.of(handle, List.of(id)).get(id);
        });
    }
}
