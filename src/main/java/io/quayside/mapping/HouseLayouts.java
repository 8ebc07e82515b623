package io.quayside.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The published CSV layouts that any partner may drop without a mapping of its own. Part of the program. */
final class HouseLayouts {
    static final Map<String, Mapping> ALL = List.of("inventory", "inbound", "order-ack", "shipment", "receipt").stream()
            .map(word -> Mappings.STANDARD + "/" + word)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), HouseLayouts::compile));

    private HouseLayouts() {}

    private static Mapping compile(String name) {
        return new MappingCompiler(name, name + ".yaml", table -> Optional.empty()).compile(text(name));
    }

    private static String text(String name) {
        try (InputStream in = HouseLayouts.class.getResourceAsStream("/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
