package io.quayside.supply.orders;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person changes of an order; what is absent stays.
 *
 * @param requested for all lines that have not left; an empty date takes the wish back
 * @param hold waits for its payment: it keeps place and units, but nothing is picked or shipped
 */
public record OrderChange(
        Optional<Integer> priority,
        Optional<Optional<LocalDate>> requested,
        Optional<Ship> ship,
        Optional<Boolean> hold) {}
