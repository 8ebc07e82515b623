package io.quayside.app;

/** Entry. */
public final class Quayside {
    private Quayside() {}

    public static void main(String[] args) {
        System.out.println("quayside");
    }
}
