package io.quayside.routes;

import java.nio.file.Path;

/**
 * A file that was closed in a partner's inbox and is not kept yet.
 *
 * @param path a name of the file's own, outside the partner's sight
 * @param name as the partner called it: one clean path segment
 */
record DroppedFile(Path path, String partner, String name) {}
