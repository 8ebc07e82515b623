package io.quayside.app;

import io.quayside.mapping.OrderForm;
import io.quayside.mapping.PartnerFile;
import io.quayside.supply.dropship.OrderForms;

/** How purchase orders are written: by the partner's mapping where it has one, else by the house layout. */
record PartnerForms(LoadedMappings mappings, OrderForm house) implements OrderForms {
    @Override
    public OrderForm form(String partner) {
        return mappings.orderForm(partner).orElse(house);
    }

    @Override
    public PartnerFile partner(String code) {
        return mappings.partner(code);
    }
}
