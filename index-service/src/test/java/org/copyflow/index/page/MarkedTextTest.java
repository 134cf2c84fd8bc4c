package org.copyflow.index.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copyflow.index.page.MarkedText.Mark;
import org.copyflow.index.page.MarkedText.Stretch;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    @Test
    void cutsNestedAndOverlappingMarksIntoStretches() {
        //                                     0         1         2
        //                                     0123456789012345678901
        var marked = new MarkedText(
                "Ada of Oslo paid 3 kr.",
                List.of(
                        new Mark(0, 11, "quoted", "said by Bo"),
                        new Mark(0, 3, "person", "Ada"),
                        new Mark(7, 16, "place", "Oslo"),
                        new Mark(17, 21, "figure", "3 SEK")));

        assertThat(marked.stretches(0, 22))
                .containsExactly(
                        new Stretch("Ada", "quoted person", "said by Bo · Ada"),
                        new Stretch(" of ", "quoted", "said by Bo"),
                        new Stretch("Oslo", "quoted place", "said by Bo · Oslo"),
                        new Stretch(" paid", "place", "Oslo"),
                        new Stretch(" ", "", ""),
                        new Stretch("3 kr", "figure", "3 SEK"),
                        new Stretch(".", "", ""));
    }

    @Test
    void endsAMarkWithItsBlockAndGoesOnInTheNext() {
        var marked = new MarkedText("one\n\ntwo", List.of(new Mark(1, 7, "quoted", "q")));

        assertThat(marked.stretches(0, 3)).containsExactly(new Stretch("o", "", ""), new Stretch("ne", "quoted", "q"));
        assertThat(marked.stretches(5, 8)).containsExactly(new Stretch("tw", "quoted", "q"), new Stretch("o", "", ""));
    }

    @Test
    void ignoresMarksThatAreNotInTheText() {
        var marked = new MarkedText(
                "text",
                List.of(
                        new Mark(-5, -1, "a", "a"),
                        new Mark(3, 2, "b", "b"),
                        new Mark(9, 12, "c", "c"),
                        new Mark(2, 99, "d", "d")));

        assertThat(marked.stretches(0, 99)).containsExactly(new Stretch("te", "", ""), new Stretch("xt", "d", "d"));
    }

    @Test
    void cutsNoCharacterInHalf() {
        var marked = new MarkedText("a𠀀b", List.of(new Mark(2, 3, "a", "a")));

        assertThat(marked.stretches(0, 4).stream().map(Stretch::text)).containsExactly("a", "𠀀", "b");
    }

    @Test
    void loosesNoTextWhateverTheMarks() {
        long seed = Long.getLong("copyflow.seed", new Random().nextLong());
        var random = new Random(seed);
        String text = "The quick 𠀀 brown fox. ".repeat(20);
        for (int round = 0; round < 200; round++) {
            List<Mark> marks = IntStream.range(0, random.nextInt(30))
                    .mapToObj(i -> new Mark(random.nextInt(600) - 50, random.nextInt(600) - 50, "k" + i % 3, "s"))
                    .toList();
            int from = random.nextInt(text.length());
            int to = from + random.nextInt(text.length() - from);
            String all = new MarkedText(text, marks)
                    .stretches(from, to).stream().map(Stretch::text).collect(Collectors.joining());
            int start = Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
            int end = Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
            assertThat(all).as("seed %d, round %d", seed, round).isEqualTo(text.substring(start, Math.max(start, end)));
        }
    }
}
