package io.quayside.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFile;

/** Last step of the kamelet feed-folder: removes the done file of what was kept, if that is how files are complete. */
public final class DoneFile implements Processor {
    private final CompleteRule rule;

    /** {@code rule} as in the kamelet's parameter {@code complete}; an Object, because Camel takes a text with a ${ for no String. Made by Camel. */
    public DoneFile(Object rule) {
        this.rule = CompleteRule.of(rule.toString());
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        if (rule instanceof CompleteRule.DoneFile done) {
            GenericFile<?> file = exchange.getProperty(Exchange.FILE_EXCHANGE_FILE, GenericFile.class);
            Files.deleteIfExists(Path.of(file.getAbsoluteFilePath()).resolveSibling(done.of(file.getFileNameOnly())));
        }
    }
}
