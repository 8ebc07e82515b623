package io.quayside.supply.catalogue;

import java.util.List;

/**
 * A supplier, dropship partner or warehouse.
 *
 * @param kinds of supplier, dropship, warehouse
 * @param fromFile the keys that its partner.yaml holds; they are changed there
 */
public record Partner(String code, String name, List<String> kinds, Login sftp, List<String> fromFile) {
    /** How it logs in to the SFTP server; the password itself is never shown. */
    public record Login(List<String> publicKeys, boolean passwordSet) {}
}
