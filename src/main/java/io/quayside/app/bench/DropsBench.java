package io.quayside.app.bench;

import io.quayside.app.Gateway;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/**
 * How long it takes from the first byte of 1,000 files of 50 rows that a partner puts on our SFTP server until all of them
 * are applied (issue 3: 15 s).
 */
public final class DropsBench {
    private static final double LIMIT_SECONDS = 15;
    private static final int FILES = 1_000;
    private static final int ROWS = 50;
    private static final int SKUS = 2_000;
    private static final int WARM_UP = 100;
    private static final int PATIENCE_SECONDS = 300;

    private final Gateway gateway;
    private final Calls calls;
    private final PrintStream out;

    /** On a gateway that just started, with SFTP. */
    public DropsBench(Gateway gateway, PrintStream out) {
        this.gateway = gateway;
        this.calls = new Calls(gateway);
        this.out = out;
    }

    /** Says whether the goal is met. */
    public boolean run() throws IOException, InterruptedException {
        String items = IntStream.range(0, SKUS)
                .mapToObj(i -> "{\"sku\":\"B-" + i + "\",\"name\":\"Item " + i + "\",\"status\":\"active\"}\n")
                .collect(Collectors.joining());
        calls.call("POST", "/v1/items", items);
        drops("warm", WARM_UP);
        double seconds = drops("bench", FILES);
        out.printf(
                Locale.ROOT,
                "drops: %.1f s (%.0f files/s) = %.2f x LIMIT of %.0f s (goal <= 1)%n",
                seconds,
                FILES / seconds,
                seconds / LIMIT_SECONDS,
                LIMIT_SECONDS);
        return seconds <= LIMIT_SECONDS;
    }

    private double drops(String partner, int files) throws IOException, InterruptedException {
        String location = partner.toUpperCase(Locale.ROOT);
        calls.call(
                "PUT",
                "/v1/partners/" + partner,
                "{\"name\":\"Bench\",\"kinds\":[\"warehouse\"],\"sftp\":{\"password\":\"bench-only\"}}");
        calls.call(
                "PUT",
                "/v1/locations/" + location,
                "{\"kind\":\"warehouse\",\"partner\":\"" + partner + "\",\"handling_days\":0,\"rank\":1}");
        long began = System.nanoTime();
        put(partner, files);
        out.printf(Locale.ROOT, "%5d files put after     %5.1f s%n", files, seconds(began));
        while (calls.documents(partner, "applied") < files) {
            if (seconds(began) > PATIENCE_SECONDS) {
                throw new IOException("not all files are applied after " + PATIENCE_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        double seconds = seconds(began);
        out.printf(Locale.ROOT, "%5d files applied after %5.1f s%n", files, seconds);
        return seconds;
    }

    private void put(String partner, int files) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.start();
            try (ClientSession session = client.connect(
                            partner, "127.0.0.1", gateway.sftpPort().orElseThrow())
                    .verify(10, TimeUnit.SECONDS)
                    .getSession()) {
                session.addPasswordIdentity("bench-only");
                session.auth().verify(10, TimeUnit.SECONDS);
                try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                    for (int i = 0; i < files; i++) {
                        try (OutputStream file = sftp.write("inbox/inventory-" + i + ".csv")) {
                            file.write(text(i));
                        }
                    }
                }
            }
        }
    }

    /** Each file names other items than the one before, and all of them change. */
    private static byte[] text(int file) {
        StringBuilder text = new StringBuilder("sku,quantity\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("B-")
                    .append((file * ROWS + row) % SKUS)
                    .append(',')
                    .append(10 + file)
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
