package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedRoutesTest {
    @Test
    void ourOwnRouteFilesAreGood() {
        List<RouteFile> files = Routes.check(Path.of("routes"));

        assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(file.refused())
                .isEmpty());
    }

    @Test
    void aCheckRefusesOneFileAndPassesTheOthers(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bad.camel.yaml"), "- route: {id: bad-a, from: {uri: 'nosuch:x', steps: []}}");
        Files.writeString(
                folder.resolve("good.camel.yaml"),
                "- route: {id: good-a, from: {uri: 'kamelet:feed-inbox?partner=good', steps: [{to: 'kamelet:keep?mapping=m'},"
                        + " {to: 'kamelet:lookup?query=skus&header=rows'}]}}");
        Files.createDirectories(folder.resolve("sql"));
        Files.writeString(folder.resolve("sql/skus.sql"), "select 1");

        List<RouteFile> files = Routes.check(folder);

        assertThat(files)
                .containsExactly(
                        new RouteFile(
                                "bad", List.of(), Optional.of("line 1: there is no component nosuch in Camel's YAML")),
                        new RouteFile("good", List.of("good-a"), Optional.empty()));
    }
}
