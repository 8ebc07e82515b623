package io.quayside.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** How a file looks from outside; another stamp is another content. {@code key} tells a file from one moved in its place. */
public record Stamp(FileTime modified, long size, Object key) {
    /** Of a file that is not there. */
    public static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1, "");

    /** Take it before the file is read: then a change while it is read is seen the next time. */
    public static Stamp of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
        } catch (IOException e) {
            return NONE;
        }
    }
}
