package io.quayside.app;

import io.quayside.inbox.Layouts;
import io.quayside.inbox.Watch;
import io.quayside.mapping.Mapping;
import io.quayside.mapping.Mappings;
import io.quayside.mapping.Nearest;
import io.quayside.mapping.OrderForm;
import io.quayside.mapping.PartnerFile;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest good versions of the mapping and partner files. Each look reads what has changed; a broken file keeps its last
 * good version and is said once in the log, and again by each document that has none. One thread looks, any may ask.
 */
public final class LoadedMappings implements Layouts {
    private static final Logger log = LoggerFactory.getLogger(LoadedMappings.class);

    /** A file that does not count as it stands. {@code sentence} says where and what to write. */
    public record Refused(String file, String sentence) {}

    private final Path folder;
    private final Consumer<Collection<PartnerFile>> partners;
    private volatile Mappings mappings;
    private boolean told;

    /**
     * Reads the folder; the partners are told at the first look.
     *
     * @param partners takes all partner files there are, when any has changed
     */
    LoadedMappings(Path folder, Consumer<Collection<PartnerFile>> partners) {
        this.folder = folder;
        this.partners = partners;
        try {
            this.mappings = Mappings.load(folder);
        } catch (IOException e) {
            throw unreadable(e);
        }
        say(Map.of());
    }

    /** Takes up what has changed since the last look. Partner files that could not be told are told again. */
    void look() {
        Mappings before = mappings;
        Mappings now = again();
        if (now != before) {
            mappings = now;
            say(before.errors());
            changes(before, now);
            told &= now.partners().equals(before.partners());
        }
        if (!told) {
            partners.accept(now.partners());
            told = true;
        }
    }

    /** The feeds whose documents are expected at some time. */
    Collection<Watch.Watched> watched() {
        List<Watch.Watched> watched = new ArrayList<>();
        for (Mapping mapping : mappings.all()) {
            mapping.expectation()
                    .flatMap(e -> mapping.partner().map(p -> new Watch.Watched(p, mapping.name(), e)))
                    .ifPresent(watched::add);
        }
        return watched;
    }

    /** The files that are refused as they stand, by name. */
    public List<Refused> refused() {
        return new TreeMap<>(mappings.errors())
                .entrySet().stream()
                        .map(error -> new Refused(error.getKey(), error.getValue()))
                        .toList();
    }

    @Override
    public Mapping mapping(String name) {
        Mappings now = mappings;
        return now.find(name).orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, missing(now, name)));
    }

    /** The hash of the mapping that counts now; empty where there is none of that name. */
    Optional<byte[]> version(String name) {
        return mappings.find(name).map(Mapping::hash);
    }

    /** The partner's mapping for purchase orders; throws {@link io.quayside.mapping.Unwritable} where it cannot be said which. */
    Optional<OrderForm> orderForm(String partner) {
        return mappings.orderForm(partner);
    }

    @Override
    public PartnerFile partner(String code) {
        return mappings.partner(code).orElseGet(() -> PartnerFile.unnamed(code));
    }

    private Mappings again() {
        try {
            return mappings.reload(folder);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("cannot read the mappings in " + folder, e);
    }

    private void say(Map<String, String> before) {
        Map<String, String> errors = mappings.errors();
        errors.forEach((file, error) -> {
            if (!error.equals(before.get(file))) {
                log.warn("mapping refused: {}", error);
            }
        });
        before.keySet().stream()
                .filter(file -> !errors.containsKey(file))
                .forEach(file -> log.info("mapping {} is no longer refused", file));
    }

    /** Says which mappings read otherwise from now on. */
    private static void changes(Mappings before, Mappings now) {
        for (Mapping mapping : now.all()) {
            Optional<byte[]> was = before.find(mapping.name()).map(Mapping::hash);
            if (was.isEmpty() || !Arrays.equals(was.get(), mapping.hash())) {
                log.info("mapping {} is {}", mapping.name(), was.isEmpty() ? "new" : "changed");
            }
        }
        before.all().stream()
                .map(Mapping::name)
                .filter(name -> now.find(name).isEmpty())
                .forEach(name -> log.info("mapping {} is gone", name));
    }

    private String missing(Mappings now, String name) {
        String broken = now.errors().get(name + ".yaml");
        return broken != null
                ? "the mapping is broken: " + broken
                : "there is no mapping " + name + Nearest.question(name, now.names());
    }
}
