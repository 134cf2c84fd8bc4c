package org.copyflow.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import org.copyflow.input.LineReader.Line;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void keepsNoMoreOfALineThanTheLimit() {
        var lines = new LineReader(new BufferedReader(new StringReader("12345678\n\nabc")), 5);

        assertThat(lines.next()).isEqualTo(new Line(1, "12345", true));
        assertThat(lines.next()).isEqualTo(new Line(2, "", false));
        assertThat(lines.next()).isEqualTo(new Line(3, "abc", false));
        assertThat(lines.next()).isSameAs(LineReader.END);
    }
}
