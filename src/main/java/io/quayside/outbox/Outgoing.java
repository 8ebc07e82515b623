package io.quayside.outbox;

import io.quayside.store.Refusal;
import io.quayside.store.Seal;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Makes signed requests out of events. Thread-safe; the lines it gives are not. */
final class Outgoing {
    private final Seal seal;
    private final Targets targets;
    private final Sender sender;
    private final InstantSource clock;

    Outgoing(Seal seal, Targets targets, Sender sender, InstantSource clock) {
        this.seal = seal;
        this.targets = targets;
        this.sender = sender;
        this.clock = clock;
    }

    /** To one endpoint, for as long as its address is held to be known: one step of its lane. */
    interface Line {
        Future<Reply> post(Pending event, Instant at);
    }

    Instant now() {
        return clock.instant();
    }

    /** Checks the address anew and opens the secrets; where that fails each post fails with the reason. Blocks for the DNS. */
    Line to(Endpoint endpoint) {
        Target target;
        Signer signer;
        try {
            target = targets.resolve(endpoint.url());
            signer = endpoint.signer(seal);
        } catch (Refusal e) {
            return (event, at) -> Future.succeededFuture(Reply.none(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return (event, at) -> Future.succeededFuture(
                    Reply.none("its secret was sealed with another key; rotate it, or bring the key file back"));
        }
        return (event, at) -> post(target, signer, event, at);
    }

    private Future<Reply> post(Target target, Signer signer, Pending event, Instant at) {
        byte[] body = event.body();
        long seconds = at.getEpochSecond();
        return sender.post(
                target,
                Map.of(
                        "content-type", "application/json",
                        "user-agent", "Quayside",
                        "webhook-id", event.messageId(),
                        "webhook-timestamp", String.valueOf(seconds),
                        "webhook-signature", signer.sign(event.messageId(), seconds, body)),
                body);
    }
}
