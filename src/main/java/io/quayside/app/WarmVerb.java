package io.quayside.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts and stops a gateway once, so that the launcher can write down which classes that takes. */
@Command(name = "warm", hidden = true)
final class WarmVerb implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Path scratch = Scratch.create();
        try {
            Gateway.start(Scratch.settings(scratch.resolve("data"))).close();
        } finally {
            Scratch.delete(scratch);
        }
        return Quayside.DONE;
    }
}
