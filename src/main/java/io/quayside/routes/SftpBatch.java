package io.quayside.routes;

import com.jcraft.jsch.ChannelSubsystem;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A second channel to an SFTP server, on which the requests for a whole batch of files are under way at once. The library's
 * own channel waits for the answer to each of six requests a file, which a far server or a busy machine makes long. What
 * does not go well here is done again one by one, where it says why. One thread. (SFTP version 3, as all servers speak it.)
 */
final class SftpBatch {
    private static final int INIT = 1;
    private static final int VERSION = 2;
    private static final int OPEN = 3;
    private static final int CLOSE = 4;
    private static final int READ = 5;
    private static final int LSTAT = 7;
    private static final int REMOVE = 13;
    private static final int RENAME = 18;
    private static final int STATUS = 101;
    private static final int HANDLE = 102;
    private static final int DATA = 103;
    private static final int ATTRIBUTES = 105;

    private static final int OK = 0;
    private static final int END_OF_FILE = 1;
    private static final int FOR_READING = 1;
    private static final int LARGEST_ANSWER = 1 << 18;

    /** Every server gives as many bytes for one request. */
    static final int LARGEST_FILE = 32_000;

    /** The folder of the files, seen from {@code home}, where the login arrives. */
    record Place(String home, String folder) {
        String path(String in, Site.Entry file) {
            return (in.startsWith("/") ? "" : home + "/") + in + "/" + file.name();
        }
    }

    private record Answer(int type, ByteBuffer body) {
        boolean isOk() {
            return type == STATUS && body.getInt(0) == OK;
        }

        boolean isEndOfFile() {
            return type == STATUS && body.getInt(0) == END_OF_FILE;
        }

        byte[] text() throws IOException {
            int length = body.getInt(0);
            if (length < 0 || length > body.limit() - 4) {
                throw new IOException("an answer that says it is longer than it is");
            }
            byte[] text = new byte[length];
            body.get(4, text);
            return text;
        }
    }

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Place place;
    private final Set<Integer> awaited = new HashSet<>();
    private int last;

    private SftpBatch(ChannelSubsystem channel, Patience.Wait waiting, Place place) throws IOException {
        this.in = new DataInputStream(new BufferedInputStream(waiting.each(channel.getInputStream())));
        this.out = new DataOutputStream(channel.getOutputStream());
        this.place = place;
    }

    /** Throws where the server allows a login no second channel. */
    static SftpBatch open(Session session, int milliseconds, Patience.Wait waiting, Place place) throws IOException {
        try {
            ChannelSubsystem channel = (ChannelSubsystem) session.openChannel("subsystem");
            channel.setSubsystem("sftp");
            SftpBatch batch = new SftpBatch(channel, waiting, place);
            channel.connect(milliseconds);
            batch.begin();
            return batch;
        } catch (JSchException e) {
            throw new IOException(e);
        }
    }

    private void begin() throws IOException {
        out.writeInt(5);
        out.writeByte(INIT);
        out.writeInt(3);
        out.flush();
        if (receive().type() != VERSION) {
            throw new IOException("no SFTP server");
        }
    }

    /** The bytes of those of the files that are as long as the listing said. */
    Map<Site.Entry, byte[]> read(List<Site.Entry> files) throws IOException {
        Map<Site.Entry, Integer> opening = new HashMap<>();
        for (Site.Entry file : files) {
            opening.put(file, send(OPEN, text(place.path(place.folder(), file)), number(FOR_READING), number(0)));
        }
        Map<Integer, Answer> opened = answers();
        Map<Site.Entry, Integer> reading = new HashMap<>();
        for (Site.Entry file : files) {
            Answer answer = opened.get(opening.get(file));
            if (answer.type() == HANDLE) {
                byte[] handle = text(answer.text());
                // One byte more than there should be: less comes only at the end of a file.
                reading.put(file, send(READ, handle, new byte[8], number((int) file.size() + 1)));
                send(CLOSE, handle);
            }
        }
        Map<Integer, Answer> got = answers();
        Map<Site.Entry, byte[]> read = new HashMap<>();
        for (Map.Entry<Site.Entry, Integer> asked : reading.entrySet()) {
            Answer answer = got.get(asked.getValue());
            byte[] bytes = answer.type() == DATA ? answer.text() : new byte[0];
            if ((answer.type() == DATA || answer.isEndOfFile())
                    && bytes.length == asked.getKey().size()) {
                read.put(asked.getKey(), bytes);
            }
        }
        return read;
    }

    /** Moves the files into {@code target}, or deletes them, where they still are what they were; says which are gone. */
    Set<Site.Entry> leave(List<Site.Entry> files, Optional<String> target) throws IOException {
        Map<Site.Entry, Integer> looking = new HashMap<>();
        for (Site.Entry file : files) {
            looking.put(file, send(LSTAT, text(place.path(place.folder(), file))));
        }
        Map<Integer, Answer> looked = answers();
        Map<Site.Entry, Integer> going = new HashMap<>();
        for (Site.Entry file : files) {
            if (isStill(file, looked.get(looking.get(file)))) {
                byte[] from = text(place.path(place.folder(), file));
                going.put(
                        file,
                        target.isPresent()
                                ? send(RENAME, from, text(place.path(target.get(), file)))
                                : send(REMOVE, from));
            }
        }
        Map<Integer, Answer> went = answers();
        Set<Site.Entry> gone = new HashSet<>();
        going.forEach((file, id) -> {
            if (went.get(id).isOk()) {
                gone.add(file);
            }
        });
        return gone;
    }

    private static boolean isStill(Site.Entry file, Answer answer) {
        if (answer.type() != ATTRIBUTES) {
            return false;
        }
        ByteBuffer body = answer.body().duplicate();
        int given = body.getInt();
        // Size, owner, mode and times, as far as the first bits say that they are there.
        boolean size = (given & 1) != 0 && body.getLong() == file.size();
        body.position(body.position() + ((given & 2) != 0 ? 8 : 0) + ((given & 4) != 0 ? 4 : 0));
        return size
                && (given & 8) != 0
                && Integer.toUnsignedLong(body.getInt(body.position() + 4)) * 1000 == file.modified();
    }

    private int send(int type, byte[]... parts) throws IOException {
        int length = 5;
        for (byte[] part : parts) {
            length += part.length;
        }
        last++;
        out.writeInt(length);
        out.writeByte(type);
        out.writeInt(last);
        for (byte[] part : parts) {
            out.write(part);
        }
        awaited.add(last);
        return last;
    }

    /** Waits until all that was asked is answered. */
    private Map<Integer, Answer> answers() throws IOException {
        out.flush();
        Map<Integer, Answer> answers = new HashMap<>();
        while (!awaited.isEmpty()) {
            Answer answer = receive();
            int id = answer.body().getInt();
            if (!awaited.remove(id)) {
                throw new IOException("an answer to nothing that was asked");
            }
            answers.put(id, new Answer(answer.type(), answer.body().slice()));
        }
        return answers;
    }

    private Answer receive() throws IOException {
        int length = in.readInt();
        if (length < 5 || length > LARGEST_ANSWER) {
            throw new IOException("an answer of " + length + " bytes");
        }
        int type = in.readUnsignedByte();
        byte[] body = new byte[length - 1];
        in.readFully(body);
        return new Answer(type, ByteBuffer.wrap(body));
    }

    private static byte[] text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] text(byte[] bytes) {
        return ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }
}
