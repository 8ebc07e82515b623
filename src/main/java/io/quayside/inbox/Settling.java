package io.quayside.inbox;

import io.quayside.mapping.Answered;
import io.quayside.mapping.ProblemCode;
import io.quayside.outbox.OutDocuments.Kind;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What partners say of documents that we sent: accepted makes one acknowledged, refused makes it refused, with what they found
 * as its problems. The same said twice changes nothing; a number that we never used is a problem of who names it.
 */
final class Settling {
    private static final String CONTROL = "0*\\d{1,9}";

    private Settling() {}

    static void settle(Handle handle, Claim claim, Reading reading) {
        for (Answered answer : reading.answered()) {
            if (!settle(handle, claim, answer)) {
                reading.findings()
                        .whole(
                                ProblemCode.ORPHAN_LINE,
                                answer.at(),
                                (answer.group() + " " + answer.control()).strip(),
                                "the control number of a document that we sent to this partner");
            }
        }
    }

    /** A document that an answer may mean. */
    record Ours(long id, String status) {}

    private static boolean settle(Handle handle, Claim claim, Answered answer) {
        if (!answer.control().matches(CONTROL)) {
            return false;
        }
        List<Ours> meant = handle.createQuery(Sql.named("inbox/answered_document"))
                .bind("partner", claim.partner())
                .bind("control", "%09d".formatted(Long.parseLong(answer.control())))
                .bindArray("kinds", String.class, kinds(answer.group()))
                .map(Rows.of(Ours.class))
                .list();
        meant.stream().filter(ours -> isNews(ours, answer)).forEach(ours -> {
            handle.createUpdate(Sql.named("inbox/settle_document"))
                    .bind("document", ours.id())
                    .bind("status", answer.accepted() ? "acknowledged" : "refused")
                    .bind("reason", answer.accepted() ? null : "refused by the partner, in document " + claim.id())
                    .bind("by", claim.id())
                    .bind("problems", answer.problems().size())
                    .execute();
            Messages.problems(handle, ours.id(), answer.problems());
        });
        return !meant.isEmpty();
    }

    /** A refusal outweighs an acceptance that came before it, and nothing takes a refusal back but sending again. */
    private static boolean isNews(Ours ours, Answered answer) {
        return switch (ours.status()) {
            case "kept", "sent" -> true;
            case "acknowledged" -> !answer.accepted();
            default -> false;
        };
    }

    /** TA1 answers any interchange, a group of FA an acknowledgement, all others what we ordered. */
    private static List<String> kinds(String group) {
        return switch (group) {
            case "" -> List.of(Kind.PURCHASE_ORDER.word(), Kind.ACK.word());
            case "FA" -> List.of(Kind.ACK.word());
            default -> List.of(Kind.PURCHASE_ORDER.word());
        };
    }
}
