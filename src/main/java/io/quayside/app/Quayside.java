package io.quayside.app;

import io.quayside.mapping.Fault;
import io.quayside.mapping.Unwritable;
import io.quayside.store.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The command line (contracts, section 1). Exit 0 done, 1 the answer is no, 2 wrong use; errors are one sentence on
 * stderr.
 */
@Command(
        name = "quayside",
        mixinStandardHelpOptions = true,
        version = "quayside 0.1.0",
        description = "Reads suppliers' feeds, decides who gets what, tells storefronts.",
        footer = {"", "Also: test (what the tests need, then all tests). Each verb has --help."},
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            DemoVerb.class,
            RunVerb.class,
            MapVerb.class,
            CheckVerb.class,
            DocumentVerb.class,
            BenchVerb.class,
            WarmVerb.class
        })
public final class Quayside implements Runnable {
    /** What a verb answers to the shell. */
    static final int DONE = 0;

    static final int NO = 1;
    static final int WRONG_USE = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Quayside())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, args) -> {
                    wrong.getCommandLine().getErr().println("quayside: " + wrong.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(
                            wrong, wrong.getCommandLine().getErr());
                    return WRONG_USE;
                })
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    if (thrown instanceof Refusal refusal) {
                        command.getErr().println("quayside: " + refusal.getMessage());
                        return refusal.kind() == Refusal.Kind.CONFLICT ? NO : WRONG_USE;
                    }
                    if (thrown instanceof Unwritable unwritable) {
                        command.getErr().println("quayside: " + unwritable.getMessage());
                        return NO;
                    }
                    if (thrown instanceof Fault fault) {
                        command.getErr().println("quayside: " + fault.getMessage());
                        return WRONG_USE;
                    }
                    throw thrown;
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no verb given; see quayside --help");
    }
}
