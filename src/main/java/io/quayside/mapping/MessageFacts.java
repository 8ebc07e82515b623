package io.quayside.mapping;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for every record of a message.
 *
 * @param location where stock lies that names no place
 * @param asOf the moment it speaks of
 * @param origins where what the message's head says was found, for traces
 */
record MessageFacts(Optional<String> location, Optional<Instant> asOf, Map<String, String> origins) {}
