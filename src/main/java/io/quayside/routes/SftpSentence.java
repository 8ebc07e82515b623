package io.quayside.routes;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchRevokedHostKeyException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.SftpException;
import java.net.UnknownHostException;

/** What an SFTP library says, in sentences for a person. */
final class SftpSentence {
    private SftpSentence() {}

    /** Why there is no connection. */
    static String of(JSchException e, SiteAddress address) {
        String server = address.server();
        if (e instanceof JSchChangedHostKeyException) {
            return server
                    + " has another host key than the one that is known; nothing is read or sent until a person has"
                    + " asked the partner: then put the new key in the place of the old one in "
                    + knownHosts(address);
        }
        if (e instanceof JSchUnknownHostKeyException) {
            return "the host key of " + server + " is not known; " + howToKnow(address);
        }
        if (e instanceof JSchRevokedHostKeyException) {
            return "the host key of " + server + " is revoked in " + knownHosts(address);
        }
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Auth fail") || message.startsWith("Auth cancel")) {
            return server + " does not let " + address.login().username()
                    + " in: check username and password or privateKey";
        }
        if (message.contains("invalid privatekey") || message.contains("USERAUTH fail")) {
            return "the private key cannot be used: write the path of an OpenSSH or PEM key under privateKey, and its"
                    + " passphrase where it has one";
        }
        if (e.getCause() instanceof UnknownHostException) {
            return "there is no host " + address.host();
        }
        return unreachable(server, OneLine.of(e));
    }

    /** Also of other protocols. */
    static String unreachable(String server, String said) {
        if (said.contains("refused")) {
            return server + " refuses connections: is its server running, and is the port right?";
        }
        boolean silent = said.contains("timeout") || said.contains("timed out") || said.contains("not established");
        return silent ? server + " does not answer" : server + " cannot be reached: " + said;
    }

    /** Why a request was not done. */
    static String of(SftpException e) {
        return switch (e.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> "there is none";
            case ChannelSftp.SSH_FX_PERMISSION_DENIED -> "permission denied";
            default -> OneLine.of(e);
        };
    }

    static String howToKnow(SiteAddress address) {
        return "compare it with what the partner says, then add it: ssh-keyscan -p " + address.port() + " "
                + address.host() + " >> " + address.trust().knownHosts();
    }

    private static String knownHosts(SiteAddress address) {
        return address.trust().hostKey().isPresent()
                ? "the parameter hostKey"
                : address.trust().knownHosts().toString();
    }
}
