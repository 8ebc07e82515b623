package io.quayside.supply;

import org.junit.jupiter.api.BeforeEach;

/** An order of five is with Northwind, which has eight. */
abstract class FiveOrderedStory extends DropshipStory {
    @BeforeEach
    void fiveAreOrderedOfEight() {
        north.has("P", 8);
        yard.order("P 5");
        north.send("D1", "o1");
    }
}
