package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.mapping.OrderForm;
import io.quayside.mapping.PartnerFile;
import io.quayside.mapping.Unwritable;
import io.quayside.store.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HouseOrdersTest {
    private static final String ORDER =
            """
            {"number": "D100001", "partner": "delta",
             "order": {"storefront": "web", "number": "W-1", "service": "GROUND", "ship_to": {
               "name": "Jane \\"JD\\" Doe, Łucja", "lines": ["12 Main St", "Apt 4", "Rear\\nhouse"], "city": "Austin", "country": "US"}},
             "lines": [
               {"line": "1", "sku": "P", "ordered": 5, "supplier_sku": "D-P", "name": "Widget", "cost": {"amount": "10.50", "currency": "USD"}},
               {"line": "2", "sku": "Q", "ordered": 1, "supplier_sku": "D-Q"}]}
            """;

    @Test
    void aPartnerWithoutAMappingGetsTheHouseLayout() throws Exception {
        assertThat(written(ORDER))
                .isEqualTo(
                        """
                        "po","line","sku","our_sku","name","quantity","cost","currency","order","service",\
                        "ship_to_name","ship_to_company","ship_to_line1","ship_to_line2","ship_to_city","ship_to_region",\
                        "ship_to_postal","ship_to_country","ship_to_phone","ship_to_email"
                        "D100001","1","D-P","P","Widget","5","10.50","USD","W-1","GROUND",\
                        "Jane ""JD"" Doe, Łucja","","12 Main St","Apt 4, Rear house","Austin","","","US","",""
                        "D100001","2","D-Q","Q","","1","","","W-1","GROUND",\
                        "Jane ""JD"" Doe, Łucja","","12 Main St","Apt 4, Rear house","Austin","","","US","",""
                        """);
    }

    @Test
    void anItemThatThePartnerHasNoNameForIsNotOrdered() {
        assertThatThrownBy(() -> written(ORDER.replace("\"supplier_sku\": \"D-Q\"", "\"supplier_sku\": \"\"")))
                .isInstanceOf(Unwritable.class)
                .hasMessage("D100001 line 2 has no supplier_sku; PUT /v1/items/Q with a supplier delta gives it one");
    }

    private static String written(String order) throws Exception {
        try (HouseOrders house = new HouseOrders()) {
            OrderForm.Stamp stamp = new OrderForm.Stamp(() -> 1, Instant.EPOCH);
            return new String(
                    house.write(Json.tree(order), PartnerFile.unnamed("delta"), stamp)
                            .bytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
