package org.copyflow.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceiptTest {

    @Test
    void readsWhatItWrites() {
        var receipt = new Receipt(3, 1_042);

        assertThat(receipt).hasToString("3-1042");
        assertThat(Receipt.parse("3-1042")).isEqualTo(receipt);
        assertThat(Receipt.parse("0-9223372036854775807")).isEqualTo(new Receipt(0, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "3",
                "3-",
                "-3",
                "3--1",
                "a-1",
                "1-a",
                "+1-1",
                "1-+1",
                " 1-1",
                "1-1 ",
                "1-1-1",
                "١-1",
                "2147483648-1",
                "1-9223372036854775808",
                "1-00000000000000000000000000000001"
            })
    void readsNothingElse(String text) {
        assertThat(Receipt.parse(text)).isNull();
    }

    @Test
    void standsForNoPlaceBeforeTheFirst() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Receipt(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Receipt(0, -1));
    }
}
