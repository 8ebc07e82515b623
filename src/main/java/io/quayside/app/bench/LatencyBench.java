package io.quayside.app.bench;

import io.quayside.app.Gateway;
import io.quayside.app.demo.Storefront;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/**
 * How long it takes from the moment a supplier closes a 100-row file on our SFTP server until the storefront has the
 * webhook of each of the 100 items that it changed (issue 2: median 500 ms).
 */
public final class LatencyBench {
    private static final double LIMIT_MILLIS = 500;
    private static final int ROWS = 100;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 30;
    private static final String PARTNER = "bench";

    private final Gateway gateway;
    private final PrintStream out;
    private final Semaphore received = new Semaphore(0);
    private final Calls calls;

    /** On a gateway that just started, with SFTP and with loopback allowed for webhooks. */
    public LatencyBench(Gateway gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
        this.calls = new Calls(gateway);
    }

    /** Says whether the goal is met. */
    public boolean run() throws IOException, InterruptedException {
        try (Storefront storefront = new Storefront(event -> received.release())) {
            register(storefront);
            List<Double> millis = new ArrayList<>();
            try (SshClient client = SshClient.setUpDefaultClient()) {
                client.start();
                for (int i = 0; i < WARM_UP + ROUNDS; i++) {
                    double took = once(client, i);
                    if (i >= WARM_UP) {
                        millis.add(took);
                    }
                }
            }
            return report(millis);
        }
    }

    private boolean report(List<Double> millis) {
        Collections.sort(millis);
        double median = millis.get(millis.size() / 2);
        out.printf(
                Locale.ROOT,
                "%d files of %d rows, close to last webhook: min %.0f ms, median %.0f ms, 90 %% %.0f ms, max %.0f ms%n",
                millis.size(),
                ROWS,
                millis.get(0),
                median,
                millis.get(millis.size() * 9 / 10),
                millis.get(millis.size() - 1));
        out.printf(
                Locale.ROOT,
                "latency: %.0f ms = %.2f x LIMIT of %.0f ms (goal <= 1)%n",
                median,
                median / LIMIT_MILLIS,
                LIMIT_MILLIS);
        return median <= LIMIT_MILLIS;
    }

    private void register(Storefront storefront) throws IOException, InterruptedException {
        calls.call(
                "PUT",
                "/v1/partners/bench",
                "{\"name\":\"Bench\",\"kinds\":[\"warehouse\"],\"sftp\":{\"password\":\"bench-only\"}}");
        calls.call(
                "PUT",
                "/v1/locations/BENCH",
                "{\"kind\":\"warehouse\",\"partner\":\"bench\",\"handling_days\":0,\"rank\":1}");
        String items = IntStream.range(0, ROWS)
                .mapToObj(i -> "{\"sku\":\"B-" + i + "\",\"name\":\"Item " + i + "\",\"status\":\"active\"}\n")
                .collect(Collectors.joining());
        calls.call("POST", "/v1/items", items);
        calls.call(
                "POST",
                "/v1/webhooks",
                "{\"url\":\"" + storefront.url() + "\",\"secret\":\"" + storefront.secret()
                        + "\",\"events\":[\"stock.changed\"]}");
    }

    private double once(SshClient client, int round) throws IOException, InterruptedException {
        StringBuilder file = new StringBuilder("sku,quantity,location\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("B-").append(i).append(',').append(10 + round).append(",BENCH\n");
        }
        long closed;
        int port = gateway.sftpPort().orElseThrow();
        try (ClientSession session = client.connect(PARTNER, "127.0.0.1", port)
                .verify(10, TimeUnit.SECONDS)
                .getSession()) {
            session.addPasswordIdentity("bench-only");
            session.auth().verify(10, TimeUnit.SECONDS);
            try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                try (OutputStream out = sftp.write("inbox/inventory-" + round + ".csv")) {
                    out.write(file.toString().getBytes(StandardCharsets.US_ASCII));
                }
                closed = System.nanoTime();
                if (!received.tryAcquire(ROWS, 30, TimeUnit.SECONDS)) {
                    throw new IOException(
                            "only " + received.availablePermits() + " of " + ROWS + " webhooks came in 30 s");
                }
                return (System.nanoTime() - closed) / 1e6;
            }
        }
    }
}
