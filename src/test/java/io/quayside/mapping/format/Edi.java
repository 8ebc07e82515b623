package io.quayside.mapping.format;

import java.util.List;

/** Writes small interchanges for tests, with right counts and one segment a line. */
final class Edi {
    private Edi() {}

    static String interchange(String control, String... messages) {
        String body = String.join("", messages);
        String envelope =
                """
                ISA*00*          *00*          *ZZ*THEM           *ZZ*US             *260914*0615*U*00401*%s*0*P*>~
                GS*IB*THEM*US*20260914*0615*1*X*004010~
                %sGE*%d*1~
                IEA*1*%s~
                """;
        return envelope.formatted(control, body, messages.length, control);
    }

    static String message(String type, String control, String... segments) {
        String body =
                String.join("", List.of(segments).stream().map(s -> s + "~\n").toList());
        return "ST*%s*%s~\n%sSE*%d*%s~\n".formatted(type, control, body, segments.length + 2, control);
    }

    /** An interchange with one message. */
    static String only(String type, String... segments) {
        return interchange("000000001", message(type, "0001", segments));
    }
}
