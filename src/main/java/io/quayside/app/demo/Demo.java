package io.quayside.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.app.Gateway;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;

/** Brings the sample partners and the storefront to a running gateway and lets the story play. */
public final class Demo implements AutoCloseable {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Storefront storefront = new Storefront(event -> {});
    private final Gateway gateway;
    private final Path data;
    private final Cirrus cirrus;
    private final PrintStream out;

    /** {@code data} is the gateway's folder: its host key is there, and the partners' own keys go there. */
    public Demo(Gateway gateway, Cirrus cirrus, Path data, PrintStream out) {
        this.gateway = gateway;
        this.cirrus = cirrus;
        this.data = data;
        this.out = out;
        camel.start();
    }

    /** Plays the story to its end; throws where anything does not come about. */
    public void play() throws IOException, GeneralSecurityException {
        ProducerTemplate template = camel.createProducerTemplate();
        Api api = new Api(template, gateway.httpPort(), gateway.adminKey());
        Map<String, Partner> partners = partners(api);
        JsonNode webhook = api.post(
                "/v1/webhooks", Map.of("url", storefront.url(), "secret", storefront.secret(), "events", List.of("*")));
        out.println("storefront " + storefront.url() + " is told everything (webhook "
                + webhook.path("id").asText() + ")");
        Stage.Partners all = new Stage.Partners(partners, cirrus);
        new Story(new Stage(gateway, api, storefront, all, template, out)).tell();
    }

    private Map<String, Partner> partners(Api api) throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(data.resolve("partners"));
        Path knownHosts = Files.writeString(folder.resolve("known_hosts"), hostKey());
        Map<String, Partner> partners = new LinkedHashMap<>();
        for (String code : List.of("wms", "acme", "borealis", "delta")) {
            Partner partner = Partner.withKey(code, !code.equals("borealis"), folder, knownHosts);
            JsonNode known = api.get("/v1/partners/" + code);
            api.put(
                    "/v1/partners/" + code,
                    Map.of(
                            "name", known.path("name"),
                            "kinds", known.path("kinds"),
                            "sftp", Map.of("public_keys", List.of(partner.publicKey()))));
            partners.put(code, partner);
        }
        return partners;
    }

    private String hostKey() throws IOException, GeneralSecurityException {
        FileKeyPairProvider file = new FileKeyPairProvider(data.resolve("keys/ssh_host_ed25519.pem"));
        KeyPair key = file.loadKeys(null).iterator().next();
        return "[127.0.0.1]:" + gateway.sftpPort().orElseThrow() + " " + PublicKeyEntry.toString(key.getPublic())
                + "\n";
    }

    @Override
    public void close() {
        storefront.close();
        camel.stop();
    }
}
