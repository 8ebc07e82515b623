package io.quayside.planning;

import java.time.LocalDate;
import java.util.Optional;

/** The planner's two dates of a line, each the day it leaves (rule 9); the customer's `requested` is not its business. */
public record Promise(Optional<LocalDate> original, Optional<LocalDate> current) {
    public static final Promise NONE = new Promise(Optional.empty(), Optional.empty());
}
