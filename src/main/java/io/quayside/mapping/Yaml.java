package io.quayside.mapping;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a YAML file that knows its line. Scalars stay as written (`00` is not 0), because partners' codes are text.
 *
 * @param file as a person calls it, for faults
 */
record Yaml(String file, Node node) {
    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,6}[smhd])+");
    private static final Pattern LENGTH_PART = Pattern.compile("([0-9]+)([smhd])");
    private static final Map<String, ChronoUnit> LENGTH_UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    /** The file's one value. */
    static Yaml parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            Node node = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new Fault(file, 1, "the file is empty; a mapping begins with `mapping: 1`"));
            return new Yaml(file, node);
        } catch (StackOverflowError e) {
            throw new Fault(file, 1, "the YAML is nested too deeply to be read; write it flat");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            throw new Fault(file, line, "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new Fault(file, 1, "not YAML: " + e.getMessage());
        }
    }

    int line() {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }

    Fault fault(String sentence) {
        return new Fault(file, line(), sentence);
    }

    boolean isNull() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    boolean isText() {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL);
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    String text() {
        if (!isText()) {
            throw fault("a text or a number belongs here");
        }
        return ((ScalarNode) node).getValue();
    }

    int number(int least, int most) {
        try {
            int number = Integer.parseInt(text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one sentence for both.
        }
        throw fault("'" + text() + "' is not a whole number from " + least + " to " + most);
    }

    /** A length of time: {@code 90m}, {@code 26h}, {@code 1h30m}. */
    Duration length() {
        if (!LENGTH.matcher(text()).matches()) {
            throw fault("'" + text() + "' is no length of time; write for example 90m, 26h or 2d");
        }
        Matcher part = LENGTH_PART.matcher(text());
        Duration length = Duration.ZERO;
        while (part.find()) {
            length = length.plus(Long.parseLong(part.group(1)), LENGTH_UNITS.get(part.group(2)));
        }
        return length;
    }

    boolean truth() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault("'" + text() + "' is neither true nor false");
        };
    }

    /** One of the words, or a fault that names them. */
    String oneOf(Collection<String> words) {
        if (!words.contains(text())) {
            throw fault("'" + text() + "' is not one of " + String.join(", ", words) + Nearest.hint(text(), words));
        }
        return text();
    }

    /** The list's values; a single value counts as a list of one. */
    List<Yaml> list() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<Yaml> values = new ArrayList<>();
        sequence.getValue().forEach(value -> values.add(new Yaml(file, value)));
        return values;
    }

    List<String> texts() {
        return list().stream().map(Yaml::text).toList();
    }

    /** The map's values under free names, in the order of the file. A name that stands twice is a fault. */
    Map<String, Yaml> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw fault("`name: value` lines belong here");
        }
        Map<String, Yaml> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Yaml key = new Yaml(file, tuple.getKeyNode());
            if (entries.put(key.text(), new Yaml(file, tuple.getValueNode())) != null) {
                throw key.fault("'" + key.text() + "' stands twice");
            }
        }
        return entries;
    }

    /** The map's values under known names; any other name is a fault at its line. */
    Keys keys(Collection<String> known) {
        Map<String, Yaml> entries = entries();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            Yaml key = new Yaml(file, tuple.getKeyNode());
            if (!known.contains(key.text())) {
                throw key.fault(Later.sentence(key.text())
                        .orElseGet(() -> "unknown key '" + key.text() + "'" + meant(key.text(), known)));
            }
        }
        return new Keys(this, entries);
    }

    /** The same map with these keys alone. */
    Yaml only(Collection<String> keys) {
        List<NodeTuple> kept = ((MappingNode) node)
                .getValue().stream()
                        .filter(tuple -> keys.contains(new Yaml(file, tuple.getKeyNode()).text()))
                        .toList();
        return new Yaml(
                file,
                new MappingNode(node.getTag(), true, kept, FlowStyle.BLOCK, node.getStartMark(), node.getEndMark()));
    }

    private static String meant(String word, Collection<String> known) {
        String hint = Nearest.hint(word, known);
        if (!hint.isEmpty()) {
            return hint;
        }
        String nearest = Nearest.closest(word, known)
                .map(near -> "; nearest is '" + near + "'")
                .orElse("");
        return known.isEmpty() ? "" : nearest + "; known here are " + String.join(", ", known);
    }

    /** The values of a map whose names are known. */
    record Keys(Yaml map, Map<String, Yaml> values) {
        Optional<Yaml> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        Yaml need(String key, String example) {
            return get(key).orElseThrow(() -> map.fault("'" + key + "' is missing; write `" + example + "`"));
        }
    }
}
