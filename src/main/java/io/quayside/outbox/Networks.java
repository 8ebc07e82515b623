package io.quayside.outbox;

import io.quayside.store.Refusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** A list of networks in CIDR notation, IPv4 and IPv6: {@code 10.0.0.0/8}. */
public final class Networks {
    /** Everything that is not a public unicast address (IANA's special-purpose registries), and what wraps IPv4 in IPv6. */
    static final Networks INWARD = of(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8"));

    private record Network(byte[] prefix, int bits) {
        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit));
                if (((address[bit / 8] ^ prefix[bit / 8]) & mask & 0xff) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> list;

    private Networks(List<Network> list) {
        this.list = list;
    }

    /** The networks of this list; refuses with one sentence what is not {@code ADDRESS/BITS}. */
    public static Networks of(List<String> cidrs) {
        return new Networks(cidrs.stream().map(Networks::parse).toList());
    }

    boolean contains(InetAddress address) {
        return list.stream().anyMatch(n -> n.contains(address.getAddress()));
    }

    private static Network parse(String cidr) {
        int slash = cidr.indexOf('/');
        // Only literals: a name would ask the DNS.
        if (slash > 0 && cidr.substring(0, slash).matches("[0-9a-fA-F:.]*[:.][0-9a-fA-F:.]*")) {
            try {
                byte[] prefix = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
                int bits = Integer.parseInt(cidr.substring(slash + 1));
                if (bits >= 0 && bits <= prefix.length * 8) {
                    return new Network(prefix, bits);
                }
            } catch (UnknownHostException | NumberFormatException e) {
                throw refusal(cidr);
            }
        }
        throw refusal(cidr);
    }

    private static Refusal refusal(String cidr) {
        return new Refusal(
                Refusal.Kind.INVALID, "\"" + cidr + "\" is no network; write an address and its bits, as 10.0.0.0/8");
    }
}
