package io.quayside.routes;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where something is asked for by HTTP. */
record WebAddress(URI uri) {
    /** Throws IllegalArgumentException, which says what to write, for what is no address. */
    static WebAddress of(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return new WebAddress(uri);
            }
        } catch (URISyntaxException e) {
            // One sentence for both.
        }
        throw new IllegalArgumentException(
                "this is no address: write http or https, a host, and no password in it, for example https://api.acme.example/v1/stock");
    }

    /** The address that a link there means. */
    Optional<WebAddress> to(String link) {
        try {
            return Optional.of(of(uri.resolve(link.strip()).toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same with this parameter of the query, in place of one of its name. */
    WebAddress with(String name, String value) {
        List<String> parameters = new ArrayList<>();
        String key = encoded(name);
        if (uri.getRawQuery() != null) {
            for (String parameter : uri.getRawQuery().split("&")) {
                if (!parameter.equals(key) && !parameter.startsWith(key + "=")) {
                    parameters.add(parameter);
                }
            }
        }
        parameters.add(key + "=" + encoded(value));
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new WebAddress(URI.create(site() + path + "?" + String.join("&", parameters)));
    }

    /** Scheme, host and port: who gets to see our credentials. */
    String site() {
        return uri.getScheme().toLowerCase(java.util.Locale.ROOT)
                + "://"
                + uri.getHost().toLowerCase(java.util.Locale.ROOT)
                + ":"
                + (uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80);
    }

    /** For people: without its query, which may hold keys. */
    String shown() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + (uri.getRawPath() == null ? "" : uri.getRawPath());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
