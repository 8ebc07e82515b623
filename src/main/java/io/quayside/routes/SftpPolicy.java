package io.quayside.routes;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.security.Principal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * What a partner may do: put, replace, rename and delete plain files in {@code inbox/} and {@code test/}, fetch and delete
 * in {@code outbox/}, list all three. Nothing else: no folders, no links, no owners, no permissions. Paths are those of the
 * partner's own root.
 */
final class SftpPolicy implements SftpFileSystemAccessor {
    private static final List<String> WRITABLE = List.of(PartnerFolders.INBOX, PartnerFolders.TEST);

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle fileHandle,
            Path file,
            String handle,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attrs)
            throws IOException {
        if (options.contains(StandardOpenOption.WRITE)) {
            allowWrite(file);
            replaceTaken(file, options.contains(StandardOpenOption.TRUNCATE_EXISTING));
        } else {
            allow(file, PartnerFolders.ALL);
        }
        Set<OpenOption> own = new HashSet<>(options);
        own.add(LinkOption.NOFOLLOW_LINKS);
        // Without the client's attributes: our mark on taken files is a permission.
        return Files.newByteChannel(file, own);
    }

    /** A taken file may still be on its way to the database: its name gets a file of its own. */
    private static void replaceTaken(Path file, boolean truncate) throws IOException {
        if (!PartnerFolders.isTaken(file)) {
            return;
        }
        if (truncate) {
            Files.delete(file);
        } else {
            Path copy = file.resolveSibling("." + file.getFileName() + ".part");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean isDirectory) throws IOException {
        allow(path, PartnerFolders.ALL);
        if (isDirectory) {
            throw denied(path, "there are no folders to remove here");
        }
        Files.delete(path);
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path oldPath, Path newPath, Collection<CopyOption> opts)
            throws IOException {
        allowWrite(oldPath);
        allowWrite(newPath);
        Files.move(oldPath, newPath, opts.toArray(new CopyOption[0]));
    }

    @Override
    public void createDirectory(SftpSubsystemProxy subsystem, Path path) throws IOException {
        throw denied(path, "folders cannot be made here: put files into inbox/");
    }

    @Override
    public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symLink) throws IOException {
        throw denied(link, "links cannot be made here");
    }

    @Override
    public String resolveLinkTarget(SftpSubsystemProxy subsystem, Path link) throws IOException {
        throw denied(link, "there are no links here");
    }

    @Override
    public void copyFile(SftpSubsystemProxy subsystem, Path src, Path dst, Collection<CopyOption> opts)
            throws IOException {
        throw denied(dst, "files cannot be copied here: put them again");
    }

    @Override
    public void setFileAttribute(
            SftpSubsystemProxy subsystem, Path file, String view, String attribute, Object value, LinkOption... options)
            throws IOException {
        allowWrite(file);
        SftpFileSystemAccessor.super.setFileAttribute(subsystem, file, view, attribute, value, options);
    }

    /** Clients set these after every upload; they mean nothing here. */
    @Override
    public void setFilePermissions(
            SftpSubsystemProxy subsystem, Path file, Set<PosixFilePermission> perms, LinkOption... options) {}

    @Override
    public void setFileOwner(SftpSubsystemProxy subsystem, Path file, Principal value, LinkOption... options) {}

    @Override
    public void setGroupOwner(SftpSubsystemProxy subsystem, Path file, Principal value, LinkOption... options) {}

    @Override
    public UserPrincipal resolveFileOwner(SftpSubsystemProxy subsystem, Path file, UserPrincipal name) {
        return name;
    }

    @Override
    public GroupPrincipal resolveGroupOwner(SftpSubsystemProxy subsystem, Path file, GroupPrincipal name) {
        return name;
    }

    private static void allowWrite(Path file) throws IOException {
        allow(file, WRITABLE);
        if (!FileName.isClean(file.getFileName().toString())) {
            throw denied(
                    file,
                    "a file's name may hold no separators and no control characters, and at most " + FileName.MOST_BYTES
                            + " bytes");
        }
    }

    private static void allow(Path file, List<String> folders) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        if (path.getNameCount() != 2 || !folders.contains(path.getName(0).toString())) {
            throw denied(file, "only files in " + String.join("/, ", folders) + "/");
        }
    }

    private static AccessDeniedException denied(Path file, String reason) {
        return new AccessDeniedException(file.toString(), null, reason);
    }
}
