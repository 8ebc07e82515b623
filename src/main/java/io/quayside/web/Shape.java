package io.quayside.web;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What JSON a record of ours is read from, derived from its components: a component is required unless it is
 * {@code Optional}. Finds everything that is wrong in one walk, each with its pointer, where Jackson would stop at the first
 * with a message about Java. Immutable.
 */
final class Shape {
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private final Map<String, JavaType> fields = new LinkedHashMap<>();

    private Shape(Class<?> type) {
        JavaType java = Json.MAPPER.constructType(type);
        BeanDescription bean = Json.MAPPER.getDeserializationConfig().introspect(java);
        for (BeanPropertyDefinition property : bean.findProperties()) {
            fields.put(property.getName(), property.getPrimaryType());
        }
    }

    static Shape of(Class<?> type) {
        Shape known = SHAPES.get(type);
        return known != null ? known : SHAPES.computeIfAbsent(type, Shape::new);
    }

    /** Everything that is wrong; empty when the object can be bound. */
    List<Refusal.Place> check(JsonNode object) {
        List<Refusal.Place> wrong = new ArrayList<>();
        fields(object, "", wrong);
        return wrong;
    }

    private void fields(JsonNode object, String at, List<Refusal.Place> wrong) {
        object.fieldNames().forEachRemaining(name -> {
            if (!fields.containsKey(name)) {
                wrong.add(new Refusal.Place(pointer(at, name), "unknown field" + Names.instead(name, fields.keySet())));
            }
        });
        fields.forEach((name, type) -> value(object.get(name), type, pointer(at, name), wrong));
    }

    private static void value(JsonNode node, JavaType type, String at, List<Refusal.Place> wrong) {
        if (type.hasRawClass(Optional.class)) {
            if (node != null && !node.isNull()) {
                value(node, type.containedType(0), at, wrong);
            }
        } else if (node == null || node.isNull()) {
            wrong.add(new Refusal.Place(at, "is missing"));
        } else if (type.hasRawClass(List.class)) {
            elements(node, type.getContentType(), at, wrong);
        } else if (type.getRawClass().isRecord()) {
            if (node.isObject()) {
                of(type.getRawClass()).fields(node, at, wrong);
            } else {
                wrong.add(new Refusal.Place(at, "write an object: {…}"));
            }
        } else {
            Scalars.complaint(node, type.getRawClass()).ifPresent(what -> wrong.add(new Refusal.Place(at, what)));
        }
    }

    private static void elements(JsonNode node, JavaType of, String at, List<Refusal.Place> wrong) {
        if (!node.isArray()) {
            wrong.add(new Refusal.Place(at, "write a list: […]"));
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            value(node.get(i), of, at + "/" + i, wrong);
        }
    }

    private static String pointer(String at, String name) {
        return at + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
