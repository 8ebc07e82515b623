package io.quayside.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A mapping that writes; a route that reads documents by it is told so by each of them. */
abstract class WriteMapping extends Compiled implements OrderForm {
    WriteMapping(About about) {
        super(about);
    }

    @Override
    final void read(InputStream bytes, String fileName, PartnerFile partner, Lines.Output output) throws IOException {
        output.sink()
                .problem(new Problem(
                        ProblemCode.WRONG_FORMAT,
                        "mapping " + name(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "a mapping that reads: this one writes purchase orders"));
    }
}
