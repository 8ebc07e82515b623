package io.quayside.routes;

import io.quayside.inbox.Keeping;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when an upload is complete: its handle was closed by the client without an error, or it was renamed to its final
 * name. A session that breaks off closes its handles too, but not through here. The drop is on disk before the client
 * hears that its close went well.
 */
final class SftpUploads implements SftpEventListener {
    private static final Logger log = LoggerFactory.getLogger(SftpUploads.class);
    private static final AttributeKey<Boolean> FAILED = new AttributeKey<>();
    private static final AttributeKey<Set<Path>> TAKEN = new AttributeKey<>();

    private final PartnerFolders folders;
    private final DroppedFiles dropped;
    private final Runnable bell;

    /** {@code bell} is rung after each drop. */
    SftpUploads(PartnerFolders folders, DroppedFiles dropped, Runnable bell) {
        this.folders = folders;
        this.dropped = dropped;
        this.bell = bell;
    }

    @Override
    public void writing(
            ServerSession session,
            String remoteHandle,
            FileHandle localHandle,
            long offset,
            byte[] data,
            int dataOffset,
            int dataLen)
            throws IOException {
        if (offset + dataLen > Keeping.MAX_SIZE) {
            localHandle.setAttribute(FAILED, true);
            throw new AccessDeniedException(
                    localHandle.getFile().toString(), null, "a file may have at most 1 GB: split it");
        }
    }

    @Override
    public void written(
            ServerSession session,
            String remoteHandle,
            FileHandle localHandle,
            long offset,
            byte[] data,
            int dataOffset,
            int dataLen,
            Throwable thrown) {
        if (thrown != null) {
            localHandle.setAttribute(FAILED, true);
        }
    }

    @Override
    public void closed(ServerSession session, String remoteHandle, Handle localHandle, Throwable thrown)
            throws IOException {
        if (thrown == null
                && localHandle instanceof FileHandle file
                && file.getOpenOptions().contains(StandardOpenOption.WRITE)
                && file.getAttribute(FAILED) == null) {
            drop(session, file.getFile());
        }
    }

    @Override
    public void moved(ServerSession session, Path srcPath, Path dstPath, Collection<CopyOption> opts, Throwable thrown)
            throws IOException {
        if (thrown == null) {
            drop(session, dstPath);
        }
    }

    @Override
    public void destroying(ServerSession session) {
        Set<Path> taken = session.getAttribute(TAKEN);
        if (taken != null) {
            for (Path file : taken) {
                try {
                    PartnerFolders.removeTaken(file);
                } catch (IOException e) {
                    log.warn("{} stays in the inbox although it is taken: {}", file, OneLine.of(e));
                }
            }
        }
    }

    private void drop(ServerSession session, Path inRoot) throws IOException {
        Path path = inRoot.toAbsolutePath().normalize();
        String name = path.getFileName().toString();
        if (!path.getName(0).toString().equals(PartnerFolders.INBOX) || FileName.isUnfinished(name)) {
            return;
        }
        String partner = session.getUsername();
        Path file = folders.of(partner).resolve(PartnerFolders.INBOX).resolve(name);
        dropped.add(partner, file);
        PartnerFolders.markTaken(file);
        taken(session).add(file);
        bell.run();
    }

    private static Set<Path> taken(ServerSession session) {
        return session.computeAttributeIfAbsent(TAKEN, key -> ConcurrentHashMap.newKeySet());
    }
}
