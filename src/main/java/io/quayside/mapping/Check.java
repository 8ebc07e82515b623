package io.quayside.mapping;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The verb {@code check} for a folder of mappings: compiles each file, runs its tests, says one line a file. */
public final class Check {
    private final Path folder;
    private final PrintStream out;
    private int checked;

    public Check(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Whether all of it is good. */
    public boolean run() throws IOException {
        boolean good = true;
        Map<String, PartnerFile> partners = new HashMap<>();
        boolean onePartner = isPartner();
        Path all = onePartner ? folder.toAbsolutePath().getParent() : folder;
        Mappings.load(all).partners().forEach(partner -> partners.put(partner.code(), partner));
        for (Path file : Mappings.files(all)) {
            if (onePartner && !file.getParent().equals(folder.toAbsolutePath())) {
                continue;
            }
            checked++;
            good &= one(file, partners);
        }
        return good;
    }

    /** How many files there were. */
    public int checked() {
        return checked;
    }

    /** Whether the folder is one partner's, and not that of all. */
    private boolean isPartner() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(
                    file -> Files.isRegularFile(file) && file.toString().matches("(?!.*\\.camel\\.).*\\.ya?ml"));
        }
    }

    private boolean one(Path file, Map<String, PartnerFile> partners) throws IOException {
        String code = file.getParent().getFileName().toString();
        String name = code + "/" + file.getFileName();
        try {
            if (file.getFileName().toString().equals("partner.yaml")) {
                new MappingFile(file).partner(code);
                out.println("ok      " + file);
                return true;
            }
            Compiled mapping =
                    new MappingFile(file).mapping(name.substring(0, name.lastIndexOf('.')), Optional.of(code));
            PartnerFile partner = partners.getOrDefault(code, PartnerFile.unnamed(code));
            return tested(file, mapping, new Dry(new Chosen(mapping, partner)));
        } catch (Fault fault) {
            out.println("broken  " + fault.getMessage());
            return false;
        }
    }

    private boolean tested(Path file, Compiled mapping, Dry dry) throws IOException {
        List<String> failures = new ArrayList<>();
        List<Trial> trials = mapping.about().trials();
        for (Trial trial : trials) {
            Path sample = new MappingFile(file).beside(trial.in());
            if (!Files.isRegularFile(sample)) {
                failures.add("no sample " + sample);
            } else {
                new Tried(mapping, dry, trial)
                        .failure(sample, new MappingFile(file))
                        .ifPresent(failures::add);
            }
        }
        String tests = trials.isEmpty() ? "no tests" : trials.size() == 1 ? "1 test" : trials.size() + " tests";
        out.println(
                failures.isEmpty()
                        ? "ok      " + file + " (" + tests + ")"
                        : "failed  " + file + ": " + String.join("; ", failures));
        return failures.isEmpty();
    }
}
