package io.quayside.outbox;

import io.quayside.store.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Says whether a webhook may go to a URL. Asked when it is registered and again before each use, so that a name that turns
 * inward later gets nothing. All addresses of a name must be outward: one that is not refuses it.
 */
public final class Targets {
    private static final int MAX_LENGTH = 2_000;

    private static final int RESOLVE_SECONDS = 2;
    private static final ExecutorService RESOLVERS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "dns");
        thread.setDaemon(true);
        return thread;
    });

    private final Networks allowed;

    /** {@code allowed} are networks that may be told although they are private. */
    public Targets(Networks allowed) {
        this.allowed = allowed;
    }

    /** Resolves the host and answers where to connect; refuses with 422. Blocks for the DNS, at most two seconds. */
    Target resolve(String text) {
        URI url = parse(text);
        InetAddress[] addresses = addresses(url.getHost());
        if (!Arrays.stream(addresses).allMatch(this::mayBeTold)) {
            throw refusal("the host " + url.getHost()
                    + " points inward; write a public one, or allow its network in quayside.webhooks.allow.networks");
        }
        return new Target(url, addresses[0]);
    }

    /** The DNS may hang for longer than a lane may wait. */
    private static InetAddress[] addresses(String host) {
        Future<InetAddress[]> asked = RESOLVERS.submit(() -> InetAddress.getAllByName(unbracketed(host)));
        try {
            return asked.get(RESOLVE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw refusal("the host " + host + " does not resolve; write a name that the DNS knows");
        } catch (TimeoutException e) {
            throw refusal("the DNS did not answer for " + host + " within " + RESOLVE_SECONDS + " s; try again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal("interrupted while the DNS was asked for " + host);
        }
    }

    private boolean mayBeTold(InetAddress address) {
        return !Networks.INWARD.contains(address) || allowed.contains(address);
    }

    private static URI parse(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw refusal("this is no URL: " + e.getReason() + "; write https://HOST/PATH");
        }
        if (!"https".equalsIgnoreCase(url.getScheme()) && !"http".equalsIgnoreCase(url.getScheme())) {
            throw refusal("only http and https can be told; write https://HOST/PATH");
        }
        if (text.length() > MAX_LENGTH) {
            throw refusal("the URL is longer than " + MAX_LENGTH + " characters");
        }
        if (url.getRawUserInfo() != null) {
            throw refusal("the URL carries user info; signatures prove who calls, so leave it out");
        }
        if (url.getHost() == null || url.getPort() > 65_535) {
            throw refusal("the URL has no host that we can read; write https://HOST/PATH, the host in ASCII");
        }
        return url;
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(Refusal.Kind.UNPROCESSABLE, sentence, new Refusal.Place("/url", sentence));
    }
}
