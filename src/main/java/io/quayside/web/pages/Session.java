package io.quayside.web.pages;

/** Who is signed in: the key, by its id and name, and its scope (admin, operator or read). */
record Session(String keyId, String name, String scope) {
    boolean mayAct() {
        return !scope.equals("read");
    }
}
