package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteLoaderTest {
    private static final String GOOD =
            """
            - route:
                id: acme-stock
                from:
                  uri: kamelet:feed-inbox
                  parameters:
                    partner: acme
                    include: 'INV_\\d+.*[.]csv'
                  steps:
                    - log: "got ${file:name}"
                    - to:
                        uri: kamelet:keep
                        parameters: {mapping: acme/inventory}
            """;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<String> kept = new ArrayList<>();
    private final Inboxes inboxes = new Inboxes();
    private final RouteLoader loader = new RouteLoader(camel, new RouteSecrets());

    @BeforeEach
    void start() throws Exception {
        camel.addComponent("inbox", new InboxComponent(inboxes));
        camel.getRegistry().bind("keep", (org.apache.camel.Processor)
                e -> kept.add(e.getProperty("QuaysideMapping", String.class)));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:core").routeId("core-reports").log("core");
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void aGoodFileRunsAndGoesAgainWithoutATrace() throws Exception {
        List<String> before = routes();

        loader.load("acme", GOOD);
        assertThat(loader.ids("acme")).containsExactly("acme-stock");
        assertThat(routes()).contains("acme-stock");

        loader.unload("acme");
        assertThat(routes()).isEqualTo(before);
    }

    /** Each row breaks the good file at one place; the sentence begins with its line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- route:             | - routee:                | line 1: unknown key routee; did you mean route?",
                "id: acme-stock       | id: other                | line 2: the id other must begin with the file's name: write acme-other",
                "id: acme-stock       | autoStartup: true        | line 2: the route has no id: write id: acme-…",
                "from:                | form:                    | line 3: unknown key form; did you mean from?",
                "kamelet:feed-inbox   | kamelet:feed-inbx        | line 4: there is no kamelet feed-inbx; did you mean feed-inbox?",
                "partner: acme        | partnr: acme             | line 6: feed-inbox has no parameter partnr; did you mean partner?",
                "'INV_\\d+.*[.]csv'   | 'INV_('                  | line 4: Unclosed group near index 5",
                "- log:               | - lgo:                   | line 9: there is no step lgo; did you mean log?",
                "${file:name}         | ${nofunction}            | line 9: Unknown function: nofunction",
                "log: \"got           | to: \"nosuch:x?y=1       | line 9: there is no component nosuch in Camel's YAML",
                "log: \"got           | to: \"kamelett:keep      | line 9: there is no component kamelett; did you mean kamelet?",
                "log: \"got ${file:name}\" | to: \"direct:x?foo=1\" | line 9: direct:x has no parameter foo=1: see the page of that Camel component",
                "log: \"got ${file:name}\" | process: {ref: nobody} | line 9: there is no bean nobody here",
                "{mapping: acme/inventory} | {}                  | line 11: keep needs the parameter mapping: write it under parameters",
                "partner: acme        | partner: '{{env:NO_SUCH_NAME}}' | line 6: the environment variable NO_SUCH_NAME is not set: set it and start the gateway again",
                "steps:               | stepz:                   | line 8: unknown key stepz; did you mean steps?",
            })
    void aBrokenFileIsRefusedWithItsLineWhileTheLastGoodVersionRuns(String good, String broken, String sentence)
            throws Exception {
        loader.load("acme", GOOD);

        assertThatThrownBy(() -> loader.load("acme", GOOD.replace(good, broken)))
                .isInstanceOf(RefusedFile.class)
                .hasMessageStartingWith(sentence);

        assertThat(loader.ids("acme")).containsExactly("acme-stock");
        assertThat(routes()).hasSize(4).contains("acme-stock");
        assertThat(inboxes.taker(new DroppedFile(null, "acme", "INV_17.csv"))).isPresent();
    }

    @Test
    void whenItsSecondRouteIsBrokenTheFirstDoesNotStay() {
        String second = GOOD.replace("acme-stock", "acme-other").replace("uri: kamelet:keep", "uri: nosuch:keep");

        assertThatThrownBy(() -> loader.load("acme", GOOD + second)).isInstanceOf(RefusedFile.class);

        assertThat(routes()).containsExactly("core-reports");
    }

    @Test
    void anIdThatIsTakenIsRefused() throws Exception {
        loader.load("acme", GOOD);

        assertThatThrownBy(() -> loader.load("acme-s", GOOD))
                .hasMessage("line 2: the id acme-stock is taken by acme.camel.yaml: write another");
        assertThatThrownBy(() -> loader.load("core", GOOD.replace("acme-stock", "core-reports")))
                .hasMessage("line 2: the id core-reports is taken by the gateway itself: write another");
        assertThatThrownBy(() -> loader.load("core", GOOD.replace("acme-stock", "core-outbox")))
                .as("where only files are checked, it does not run")
                .hasMessage("line 2: the id core-outbox is taken by the gateway itself: write another");
        assertThatThrownBy(() -> loader.load("acme", GOOD + GOOD))
                .hasMessageContaining("the id acme-stock stands twice in this file");
    }

    @Test
    void whatIsNoListOfRoutesIsRefused() {
        assertThatThrownBy(() -> loader.load("acme", "")).hasMessageStartingWith("line 1: the file is empty");
        assertThatThrownBy(() -> loader.load("acme", "route: {}")).hasMessageStartingWith("line 1: a route file is");
        assertThatThrownBy(() -> loader.load("acme", "- route: {id: acme-a")).hasMessageContaining("not YAML");
        assertThatThrownBy(() -> loader.load("acme", "- beans: []"))
                .hasMessageStartingWith("line 1: unknown key beans; a route file holds nothing but routes");
    }

    @Test
    void everyShippedKameletIsKnownByItsParameters() {
        assertThat(Kamelets.NAMES)
                .allSatisfy(name -> assertThat(Kamelets.of(name).all())
                        .containsAll(Kamelets.of(name).required()));
    }

    private List<String> routes() {
        return camel.getRoutes().stream().map(Route::getRouteId).toList();
    }
}
