package io.quayside.routes;

import io.quayside.mapping.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Camel says of a broken route, in a sentence that tells what to write. */
final class CamelMessage {
    private static final Pattern STEP = Pattern.compile("Unknown node id: (\\S+)");
    private static final Pattern FIELD = Pattern.compile("Unsupported field: (\\S+)");
    private static final Pattern COMPONENT = Pattern.compile("No endpoint could be found for: ([^:]+):.*");
    private static final Pattern PARAMETER =
            Pattern.compile("Failed to resolve endpoint: (\\w[^?]*).*Unknown parameters=\\[\\{(.*)}].*");
    private static final Pattern VARIABLE = Pattern.compile("Property with key \\[(env:[^\\]]+)\\]");
    private static final Pattern BEAN = Pattern.compile("No bean could be found in the registry for: (\\S+).*");

    /** The steps and endpoints that partner files mostly use; only for "did you mean". */
    private static final List<String> STEPS = List.of(
            "aggregate",
            "bean",
            "choice",
            "convertBodyTo",
            "delay",
            "doTry",
            "enrich",
            "filter",
            "log",
            "loop",
            "marshal",
            "multicast",
            "pollEnrich",
            "process",
            "removeHeader",
            "removeHeaders",
            "script",
            "setBody",
            "setHeader",
            "setHeaders",
            "setProperty",
            "split",
            "stop",
            "throttle",
            "throwException",
            "to",
            "toD",
            "transform",
            "unmarshal",
            "validate",
            "wireTap");

    private static final List<String> FIELDS = List.of(
            "autoStartup",
            "constant",
            "description",
            "expression",
            "from",
            "header",
            "id",
            "jsonpath",
            "name",
            "parameters",
            "precondition",
            "ref",
            "simple",
            "steps",
            "uri",
            "when",
            "otherwise",
            "xpath");
    private static final List<String> COMPONENTS = List.of(
            "kamelet",
            "bean",
            "direct",
            "file",
            "ftp",
            "ftps",
            "http",
            "https",
            "inbox",
            "log",
            "scheduler",
            "seda",
            "sftp",
            "sql",
            "timer");

    private CamelMessage() {}

    /** One sentence for one of Camel's; those we do not know stay as they are. */
    static String sentence(String message) {
        Matcher step = STEP.matcher(message);
        if (step.find()) {
            return "there is no step " + step.group(1) + meant(step.group(1), STEPS);
        }
        Optional<String> variable = variable(message);
        if (variable.isPresent()) {
            return "the environment variable " + variable.get().substring("env:".length())
                    + " is not set: set it and start the gateway again";
        }
        Matcher field = FIELD.matcher(message);
        if (field.find()) {
            return "unknown key " + field.group(1) + meant(field.group(1), FIELDS);
        }
        Matcher component = COMPONENT.matcher(message);
        if (component.matches()) {
            return "there is no component " + component.group(1) + meant(component.group(1), COMPONENTS);
        }
        Matcher parameter = PARAMETER.matcher(message);
        if (parameter.matches()) {
            return parameter.group(1).replace("://", ":") + " has no parameter " + parameter.group(2)
                    + ": see the page of that Camel component";
        }
        Matcher bean = BEAN.matcher(message);
        return bean.matches() ? "there is no bean " + bean.group(1) + " here" : message;
    }

    /** The placeholder of an environment variable that is not set: {@code env:NAME}. */
    static Optional<String> variable(String message) {
        Matcher variable = VARIABLE.matcher(message);
        return variable.find() ? Optional.of(variable.group(1)) : Optional.empty();
    }

    /** The key that a message says is unknown. */
    static Optional<String> key(String message) {
        Matcher field = FIELD.matcher(message);
        return field.find() ? Optional.of(field.group(1)) : Optional.empty();
    }

    private static String meant(String typed, Collection<String> known) {
        return Nearest.to(typed, known).map(k -> "; did you mean " + k + "?").orElse(" in Camel's YAML");
    }
}
