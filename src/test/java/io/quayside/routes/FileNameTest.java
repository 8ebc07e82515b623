package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "..\\x", "a\nb", "c:x", "a\u0000b"})
    void whatIsNoPlainSegmentIsNotClean(String name) {
        assertThat(FileName.isClean(name)).isFalse();
    }

    @Test
    void aNameThatLeavesNoRoomForOurNumberIsNotClean() {
        assertThat(FileName.isClean("é".repeat(119))).isTrue();
        assertThat(FileName.isClean("é".repeat(119) + "e")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.csv.part", "x.csv.filepart", "X.TMP", ".x.csv.A7f2"})
    void unfinishedNamesWait(String name) {
        assertThat(FileName.isUnfinished(name)).isTrue();
        assertThat(FileName.isUnfinished("x.csv")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "inventory.csv,            standard/inventory",
        "Inventory_2026-09-14.CSV, standard/inventory",
        "inbound.csv.gz,           standard/inbound",
        "order-ack-7.csv,          standard/order-ack",
        "shipment.csv,             standard/shipment",
        "receipts.csv,             standard/receipt",
        "stock.csv,",
        "inventory.xlsx,",
        "my-inventory.csv,",
    })
    void houseLayoutsAreKnownByTheBeginningOfTheName(String name, String mapping) {
        assertThat(FileName.houseLayout(name).orElse(null)).isEqualTo(mapping);
    }
}
