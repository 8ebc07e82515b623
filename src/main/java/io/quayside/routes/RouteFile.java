package io.quayside.routes;

import java.util.List;
import java.util.Optional;

/**
 * A file of the routes folder and how it fares.
 *
 * @param name without {@code .camel.yaml}: the partner's code
 * @param routes ids of its routes that run
 * @param refused why the file as it stands does not run: a sentence that begins with its line. Routes of its last good
 *     version may run all the same.
 */
public record RouteFile(String name, List<String> routes, Optional<String> refused) {}
