package io.quayside.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens to the bytes: no exception, nothing from a cut interchange, and its neighbour stands. */
class X12DamageProperties {
    private static final byte[] TREE = Told.sample("856_SOTPI_pallet-carton_tracking.edi");
    private static final byte[] NEIGHBOUR = Edi.interchange("000000077", Edi.message("846", "0001", "LIN*1*VN*A"))
            .getBytes(StandardCharsets.UTF_8);
    private static final String[] ALL = X12Reader.LENIENCES.toArray(String[]::new);
    /** Up to here the control number of IEA is not yet whole. */
    private static final int LAST_DIGIT = new String(TREE, StandardCharsets.US_ASCII).lastIndexOf('~');

    @Property
    void aCutFileGivesNothing(@ForAll @IntRange(max = 2_000) int at, @ForAll boolean lenient) {
        int cut = at % (lenient ? LAST_DIGIT : LAST_DIGIT + 1);
        Told told = Told.of("HL[I]", Arrays.copyOf(TREE, cut), lenient ? ALL : new String[0]);

        assertThat(told.whole).isZero();
        assertThat(told.problems).hasSize(1);
    }

    @Property
    void theInterchangeBehindACutOneStands(@ForAll @IntRange(max = 2_000) int at, @ForAll boolean lenient) {
        byte[] cut = Arrays.copyOf(TREE, at % LAST_DIGIT);
        Told told = Told.of("LIN", joined(cut, NEIGHBOUR), lenient ? ALL : new String[0]);

        assertThat(told.whole).isOne();
        assertThat(told.interchanges.get(told.interchanges.size() - 1).control())
                .isEqualTo("000000077");
    }

    @Property
    void aForeignByteAnywhereIsNoException(@ForAll @IntRange(max = 2_000) int at, @ForAll byte foreign) {
        byte[] damaged = TREE.clone();
        damaged[at % damaged.length] = foreign;
        Told told = Told.of("HL[I]", joined(damaged, NEIGHBOUR), ALL);

        assertThat(told.whole + told.broken).isEqualTo(told.interchanges.size());
        assertThat(told.interchanges).isNotEmpty();
    }

    @Property
    void aLostStretchIsNoException(
            @ForAll @IntRange(max = 2_000) int from, @ForAll @IntRange(min = 1, max = 300) int length) {
        int begin = from % TREE.length;
        int end = Math.min(begin + length, TREE.length);
        byte[] damaged = joined(Arrays.copyOf(TREE, begin), Arrays.copyOfRange(TREE, end, TREE.length));
        Told told = Told.of("HL[I]", damaged, ALL);

        assertThat(told.whole + told.broken).isEqualTo(told.interchanges.size());
    }

    @Property
    void anyBytesAreNoException(@ForAll @Size(max = 300) byte[] bytes, @ForAll boolean headed) {
        byte[] head = headed ? Arrays.copyOf(TREE, 107) : new byte[0];
        Told told = Told.of("HL[I]", joined(head, bytes), ALL);

        assertThat(told.whole).isZero();
        assertThat(told.problems).isNotEmpty();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
