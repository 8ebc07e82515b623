package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;

/** What happens between us and a dropship partner; whatever it is, the figures add up in the end. */
abstract class DropshipStory {
    final DropshipYard north = new DropshipYard();
    final Yard yard = north.yard;

    @AfterEach
    void close() {
        assertThat(north.broken()).isEmpty();
        assertThat(north.rests()).isTrue();
        north.close();
    }
}
