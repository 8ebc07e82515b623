package io.quayside.supply.dropship;

import io.quayside.mapping.OrderForm;
import io.quayside.mapping.PartnerFile;

/** How purchase orders are written for each partner, as its files say now. */
public interface OrderForms {
    /** The partner's own form, or the house layout; throws {@link io.quayside.mapping.Unwritable} where it cannot be said. */
    OrderForm form(String partner);

    /** What the partner's file says. */
    PartnerFile partner(String code);
}
