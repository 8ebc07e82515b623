package io.quayside.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that live no longer than a call, in the system's folder for such. Their names begin with the process that made them
 * ({@code quayside-PID-STARTED-}), so that the next start can tell those of a killed one.
 */
public final class TemporaryFiles {
    private static final Logger log = LoggerFactory.getLogger(TemporaryFiles.class);
    private static final Pattern NAME = Pattern.compile("quayside-(\\d+)-(\\d+)-.*");
    /** When a process started follows from when the machine did, which moves a little where its clock is set. */
    private static final int CLOCK_SECONDS = 2;

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String OURS =
            "quayside-%d-%d-".formatted(ProcessHandle.current().pid(), started(ProcessHandle.current()));

    private TemporaryFiles() {}

    /** A new file; the caller deletes it. */
    public static Path create(String ending) throws IOException {
        return Files.createTempFile(FOLDER, OURS, ending);
    }

    /** Bytes that become a new file only beyond that many; the caller deletes it. */
    public static DeferredFileOutputStream beyond(int bytes, String ending) throws IOException {
        return DeferredFileOutputStream.builder()
                .setThreshold(bytes)
                .setDirectory(FOLDER)
                .setPrefix(OURS)
                .setSuffix(ending)
                .get();
    }

    /** Deletes what processes left behind that were killed. */
    public static void sweep() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(TemporaryFiles::isLeft).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            log.warn("temporary files of earlier runs stay in {}: {}", FOLDER, e.toString());
        }
    }

    private static boolean isLeft(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() && !lives(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)));
    }

    private static boolean lives(long pid, long started) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent() && Math.abs(started(process.get()) - started) <= CLOCK_SECONDS;
    }

    /** In seconds; 0 where the system does not say. */
    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }
}
