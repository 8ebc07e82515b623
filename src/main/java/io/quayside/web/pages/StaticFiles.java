package io.quayside.web.pages;

import io.quayside.web.Answer;
import io.quayside.web.ApiKeys;
import io.quayside.web.Routing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** The style sheet and the icon. The style's address holds its hash, so that browsers keep it until it changes. */
final class StaticFiles implements Part {
    private static final byte[] STYLE = read("quayside.css");
    private static final byte[] ICON = read("icon.svg");

    /** Address of the style sheet. */
    static final String STYLE_ADDRESS = "/style/"
            + HexFormat.of().formatHex(ApiKeys.hash(new String(STYLE, StandardCharsets.UTF_8)), 0, 6)
            + ".css";

    @Override
    public void addTo(Routing<Place> routing) {
        routing.add(
                "GET", STYLE_ADDRESS, file(STYLE, "text/css; charset=utf-8", "public, max-age=31536000, immutable"));
        routing.add("GET", "/icon.svg", file(ICON, "image/svg+xml", "public, max-age=86400"));
    }

    private static Place file(byte[] bytes, String type, String keep) {
        Answer answer = new Answer(200, bytes, Map.of("Content-Type", type, "Cache-Control", keep));
        return new Place(Place.Access.ANYBODY, visit -> answer);
    }

    private static byte[] read(String name) {
        try (InputStream in = StaticFiles.class.getResourceAsStream("/web/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
