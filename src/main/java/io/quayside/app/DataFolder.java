package io.quayside.app;

import io.quayside.store.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The data folder, held for one gateway: a second one would stop the first one's database when it ends. */
final class DataFolder implements AutoCloseable {
    private final FileChannel file;

    private DataFolder(FileChannel file) {
        this.file = file;
    }

    /** Makes and takes the folder; refuses with one sentence where another gateway has it or it cannot be used. */
    static DataFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file = FileChannel.open(
                    folder.resolve("gateway.pid"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!isOurs(file)) {
                String pid = Files.readString(folder.resolve("gateway.pid")).strip();
                file.close();
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "a gateway (process " + pid + ") runs on " + folder
                                + " already; stop it, or choose another folder with --data");
            }
            file.truncate(0);
            file.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(file);
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "cannot use " + folder + " as the data folder (" + e + "); choose another with --data");
        }
    }

    private static boolean isOurs(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
