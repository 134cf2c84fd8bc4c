package org.copyflow.index.feed;

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

    @Test
    void saysOfWhichFeedItIs() {
        var cursor = Cursor.of("k3_-X", Map.of(0, 12L));

        assertThat(cursor).hasToString("k3_-X~0-12");
        assertThat(Cursor.parse("k3_-X~0-12")).isEqualTo(cursor).isNotEqualTo(Cursor.parse("0-12"));
        assertThat(cursor.isOf("k3_-X")).isTrue();
        assertThat(cursor.isOf("other")).isFalse();
        assertThat(Cursor.parse("0-12").isOf("k3_-X")).isTrue();
    }

    @Test
    void takesOfEachPartitionTheFurther() {
        Cursor one = Cursor.parse("0-5.1-2");

        assertThat(one.merge(Cursor.parse("1-9.2-0"))).hasToString("0-5.1-9.2-0");
        assertThat(one.least(Cursor.parse("1-9.2-0"))).hasToString("0--1.1-2.2--1");
        assertThat(one.reaches(Cursor.parse("0-5"))).isTrue();
        assertThat(one.reaches(Cursor.parse("1-3"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "3", "3-", "-3", "3-x", "3-1.", ".3-1", "3-1 4-2", "99999999999-1", "3--2"})
    void refusesOtherText(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a cursor");
    }
}
