package io.quayside.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All mapping and partner files of a folder, each compiled by itself: a broken one is an error of its own, and where it
 * was good before, its last good version stays. The house layouts are always there. Immutable.
 */
public final class Mappings {
    /** The folder of the house layouts; no partner may have this code. */
    public static final String STANDARD = "standard";

    private final Map<String, Mapping> mappings = new TreeMap<>(HouseLayouts.ALL);
    private final Map<String, PartnerFile> partners = new TreeMap<>();
    private final Map<String, String> errors = new TreeMap<>();
    private final Map<Path, LoadedFile> files = new TreeMap<>();

    private Mappings() {}

    /** Reads {@code folder}; one that is not there holds nothing. */
    public static Mappings load(Path folder) throws IOException {
        return new Mappings().read(folder, new Mappings());
    }

    /**
     * Looks at the folder again and reads what has changed; files that are broken now keep the version that they have
     * here. These same mappings, where nothing has changed.
     */
    public Mappings reload(Path folder) throws IOException {
        Mappings now = new Mappings().read(folder, this);
        return now.files.equals(files) ? this : now;
    }

    /** The mapping of this name: {@code acme/inventory}, {@code standard/inventory}. */
    public Optional<Mapping> find(String name) {
        return Optional.ofNullable(mappings.get(name));
    }

    /** All mappings, house layouts included. */
    public Collection<Mapping> all() {
        return List.copyOf(mappings.values());
    }

    /**
     * The mapping that writes purchase orders for the partner; empty where it has none. Throws {@link Unwritable} where it has
     * two, or where one of its files is broken and may be the one.
     */
    public Optional<OrderForm> orderForm(String partner) {
        List<WriteMapping> forms = mappings.values().stream()
                .filter(WriteMapping.class::isInstance)
                .map(WriteMapping.class::cast)
                .filter(form -> form.partner().equals(Optional.of(partner)))
                .toList();
        if (forms.size() > 1) {
            throw new Unwritable("%s and %s both write purchase orders for %s; keep one of them"
                    .formatted(forms.get(0).name(), forms.get(1).name(), partner));
        }
        if (forms.isEmpty()) {
            errors.keySet().stream()
                    .filter(file -> file.startsWith(partner + "/"))
                    .findFirst()
                    .ifPresent(file -> {
                        throw new Unwritable("a mapping of " + partner + " is broken: " + errors.get(file));
                    });
        }
        return forms.stream().map(OrderForm.class::cast).findFirst();
    }

    /** What the partner's file says; empty where there is none. */
    public Optional<PartnerFile> partner(String code) {
        return Optional.ofNullable(partners.get(code));
    }

    /** All partner files, by code. */
    public Collection<PartnerFile> partners() {
        return List.copyOf(partners.values());
    }

    /** Names of all mappings, house layouts included. */
    public Collection<String> names() {
        return List.copyOf(mappings.keySet());
    }

    /** One sentence with file and line for each broken file, by the name under the folder: {@code acme/inventory.yaml}. */
    public Map<String, String> errors() {
        return Map.copyOf(errors);
    }

    private Mappings read(Path folder, Mappings before) throws IOException {
        for (Path file : files(folder)) {
            String code = file.getParent().getFileName().toString();
            String label = code + "/" + file.getFileName();
            String name = label.substring(0, label.lastIndexOf('.'));
            LoadedFile known = before.files.get(file);
            LoadedFile now = known != null && known.stands() ? known : LoadedFile.read(file, code, name);
            files.put(file, now);
            now.error().ifPresent(error -> errors.put(label, error));
            if (LoadedFile.isPartner(file)) {
                now.partner().or(() -> before.partner(code)).ifPresent(partner -> partners.put(code, partner));
            } else {
                now.mapping().or(() -> before.find(name)).ifPresent(mapping -> mappings.put(name, mapping));
            }
        }
        return this;
    }

    /** Mapping and partner files, one folder a partner; what begins with a dot is left alone. */
    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        for (Path partner : sorted(folder)) {
            if (Files.isDirectory(partner) && !isHidden(partner)) {
                sorted(partner).stream()
                        .filter(f -> f.getFileName().toString().matches(".*\\.ya?ml") && !isHidden(f))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
