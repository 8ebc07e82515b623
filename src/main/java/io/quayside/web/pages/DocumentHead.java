package io.quayside.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A document as its page shows it. */
record DocumentHead(
        long id,
        String direction,
        String partner,
        String mapping,
        Optional<String> kind,
        String name,
        long size,
        String sha256,
        Instant receivedAt,
        Optional<Instant> sentAt,
        Optional<Instant> endedAt,
        Optional<Instant> nextAt,
        Optional<Instant> asOf,
        String status,
        Optional<String> reason,
        List<String> controls,
        Optional<Long> answers,
        Optional<Long> settledBy,
        boolean accepted,
        int replays,
        int rows,
        int heldRows,
        int problems,
        int changes,
        int chunks,
        int chunksDone,
        int attempts,
        boolean kept,
        String told) {

    boolean isOut() {
        return direction.equals("out");
    }

    boolean isUnderWay() {
        return !isOut() && (status.equals("kept") || status.equals("staged"));
    }

    boolean isHeld() {
        return status.equals("held");
    }

    /** Whether its bytes may be read and applied again. */
    boolean mayReplay() {
        return !isOut() && kept && (isHeld() || endedAt.isPresent());
    }

    /** Whether a person may end it here: what is held, or what of ours is not with its partner. */
    boolean mayReject() {
        return isHeld()
                || isOut()
                        && (status.equals("kept")
                                || status.equals("refused")
                                        && kind.filter("purchase-order"::equals).isPresent());
    }

    /** Whether it, or the report of its problems, may go to the partner again. */
    boolean mayResend() {
        return isOut() ? kept && (!status.equals("kept") || attempts > 0) : endedAt.isPresent() && problems > 0;
    }

    /** How its reason is shown. */
    String tone() {
        return switch (status) {
            case "held" -> "warn";
            case "rejected", "refused" -> "bad";
            default -> "";
        };
    }

    /** What it caused, in words; empty where it caused nothing. */
    List<String> caused() {
        JsonNode node = Json.tree(told);
        List<String> words = new ArrayList<>();
        say(words, node, "stock_changes", "stock change");
        say(words, node, "refilled", "line refilled", "lines refilled");
        say(words, node, "lost", "line lost units", "lines lost units");
        say(words, node, "promises_moved", "promise moved", "promises moved");
        return words;
    }

    private static void say(List<String> words, JsonNode node, String key, String one) {
        say(words, node, key, one, one + "s");
    }

    private static void say(List<String> words, JsonNode node, String key, String one, String many) {
        int n = node.path(key).asInt();
        if (n > 0) {
            words.add(Look.number(n) + " " + (n == 1 ? one : many));
        }
    }
}
