package io.quayside.mapping;

import io.quayside.mapping.format.EdiEach;
import io.quayside.mapping.format.EdiPath;
import io.quayside.mapping.format.EdiTree;
import io.quayside.mapping.format.Reference;
import java.util.Map;
import java.util.Optional;

/**
 * How one type of message is mapped.
 *
 * @param head fields that stand once in a message, in every record of it
 * @param whole of an answer to a purchase order: what it says of all lines that it does not name
 * @param rule how a record is made
 */
record X12Document(
        MessageRule message,
        Map<Target, Field> head,
        Optional<Field> whole,
        RecordRule rule,
        EdiEach each,
        Optional<EdiTree> tree) {
    /** Paths were checked when the mapping was compiled. */
    Binding binding() {
        return path -> Optional.<Reference>of(EdiPath.parse(path, tree));
    }
}
