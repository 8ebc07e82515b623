package io.quayside.routes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * What stands behind the kamelet send-outbox: a file in the partner's outbox on our SFTP server, which its partner sees only
 * when it is whole. Not camel-file: an operator's data folder may have a name that is no part of a URI.
 */
final class Outboxes implements Processor {
    static final String PARTNER = "QuaysideOutbox";

    private final PartnerFolders partners;

    Outboxes(PartnerFolders partners) {
        this.partners = partners;
    }

    @Override
    public void process(Exchange exchange) throws IOException, InvalidPayloadException {
        Message message = exchange.getMessage();
        String name = message.getHeader(Exchange.FILE_NAME, "", String.class);
        if (!FileName.isClean(name) || FileName.isUnfinished(name)) {
            throw new IOException("'" + name + "' cannot be a file's name in an outbox; set the header CamelFileName");
        }
        Path outbox = partners.of(exchange.getProperty(PARTNER, String.class)).resolve(PartnerFolders.OUTBOX);
        Path unfinished = outbox.resolve("." + name + ".part");
        try (InputStream bytes = message.getMandatoryBody(InputStream.class)) {
            Files.copy(bytes, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(unfinished, outbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
