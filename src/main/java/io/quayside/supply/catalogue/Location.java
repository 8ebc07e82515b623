package io.quayside.supply.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Where stock lies.
 *
 * @param kind warehouse (ours) or supplier (theirs)
 * @param partner whose it is; always there for kind supplier
 * @param handlingDays working days from allocation to leaving
 * @param rank lower ones are emptied first
 * @param zone IANA name
 * @param workingDays mon … sun; empty: every day is one
 * @param cutoff HH:mm in the zone; what comes later counts from the next day
 */
public record Location(
        String code,
        String kind,
        Optional<String> partner,
        int handlingDays,
        int rank,
        String zone,
        Optional<List<String>> workingDays,
        Optional<String> cutoff) {}
