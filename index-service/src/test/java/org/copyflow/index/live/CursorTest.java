package org.copyflow.index.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void isTextAndBack() {
        var cursor = Cursor.of(Map.of(1, 55L, 0, 12L, 10, -1L));

        assertThat(cursor).hasToString("0-12.1-55.10--1");
        assertThat(Cursor.parse("0-12.1-55.10--1")).isEqualTo(cursor).hasSameHashCodeAs(cursor);
    }

    @Test
    void movesOnByPartition() {
        var cursor = Cursor.parse("3-7").after(3, 9).after(1, 2);

        assertThat(cursor).hasToString("1-2.3-9");
        assertThat(cursor.offset(3)).isEqualTo(9);
        assertThat(cursor.knows(2)).isFalse();
        assertThat(cursor.offset(2)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "3", "3-", "-3", "3-x", "3-1.", ".3-1", "3-1 4-2", "99999999999-1"})
    void refusesOtherText(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a cursor");
    }
}
