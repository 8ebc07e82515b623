package io.quayside.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles `header: {whole: …}`: a code in the head that answers all lines of a purchase order at once. */
final class WholeCompiler {
    private WholeCompiler() {}

    /** What may stand in the head of a message of that shape. */
    static List<Target> headFields(Shape shape) {
        List<Target> fields = new ArrayList<>(shape.fields());
        if (shape.kind() == Canonical.Kind.ORDER_ACK) {
            fields.add(Target.WHOLE);
        }
        return fields;
    }

    /** Codes that the table leaves out say nothing of the whole, so it must be there and right. */
    static void check(Yaml header) {
        Yaml whole = header.entries().get(Target.WHOLE.word());
        if (whole == null) {
            return;
        }
        Yaml table = whole.isText() ? null : whole.entries().get("table");
        if (table == null) {
            throw whole.fault(
                    "`whole` needs a table, for example {from: BAK/2, table: {RD: reject_all, AK: accept_all}}");
        }
        table.entries().values().forEach(word -> word.oneOf(Target.WHOLE.codes()));
    }

    /** The fields of each record. */
    static Map<Target, Field> without(Map<Target, Field> head) {
        Map<Target, Field> fields = new LinkedHashMap<>(head);
        fields.remove(Target.WHOLE);
        return fields;
    }
}
