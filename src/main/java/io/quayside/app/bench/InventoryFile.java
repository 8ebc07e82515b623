package io.quayside.app.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A supplier's full inventory in the house layout; from round to round a twentieth of its quantities changes. */
final class InventoryFile {
    private static final int PART = 20;

    private final Path path;
    private final int[] quantities;
    private final long seed;

    InventoryFile(Path path, int rows, long seed) {
        this.path = path;
        this.quantities = new int[rows];
        this.seed = seed;
        for (int i = 0; i < rows; i++) {
            quantities[i] = before(i + 1);
        }
    }

    /** What {@code bench/inventory_before} gives item {@code n}. */
    private static int before(int n) {
        return n % 500 + 1;
    }

    Path path() {
        return path;
    }

    /** Changes every twentieth row, other ones each round, and writes the file. */
    void write(int round) throws IOException {
        Random random = new Random(seed + round);
        for (int i = round % PART; i < quantities.length; i += PART) {
            quantities[i] = (quantities[i] + random.nextInt(498)) % 500 + 1;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            out.write("sku,quantity,location\n".getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < quantities.length; i++) {
                line.setLength(0);
                line.append("SKU-").append(10_000_000 + i + 1).append(',');
                line.append(quantities[i]).append(",BENCH\n");
                out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
