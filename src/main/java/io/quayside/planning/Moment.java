package io.quayside.planning;

import java.time.Instant;
import java.time.LocalDate;

/** When the plan is made: an input, because the planner has no clock. {@code today} is the merchant's day. */
public record Moment(Instant now, LocalDate today) {}
