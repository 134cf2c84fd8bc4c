package org.copyflow.enrichment.change;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Revision.Field;
import org.copyflow.events.article.Span;
import org.jspecify.annotations.Nullable;

/// Which numeric claims came, went, or say something else now. A claim was changed where one of the same kind went
/// from a sentence that is alike.
final class FigureChanges {

    private static final double ALIKE = 0.5;

    private FigureChanges() {}

    static void add(List<Claim> before, List<Claim> after, ChangeList changes) {
        Pairing.of(before, after, Claim::says, FigureChanges::likeness, ALIKE)
                .forEach((gone, come) -> changes.note(
                        Field.FIGURE,
                        gone == null ? null : gone.figure().text(),
                        come == null ? null : come.figure().text(),
                        about(gone, come)));
    }

    private static double likeness(Claim gone, Claim come) {
        return gone.figure().kind() == come.figure().kind() ? gone.sentence().likeness(come.sentence()) : 0;
    }

    private static @Nullable String about(@Nullable Claim gone, @Nullable Claim come) {
        String now = come == null ? null : come.figure().measures();
        return now != null || gone == null ? now : gone.figure().measures();
    }

    /// A figure and the sentence that states it.
    record Claim(Figure figure, String says, Words sentence) {

        static Claim of(Figure figure, String text) {
            Span in = figure.sentence();
            return new Claim(figure, says(figure), Words.of(text.substring(in.start(), in.end())));
        }

        /// The same for two figures that claim the same.
        private static String says(Figure figure) {
            return String.join(
                    "|",
                    figure.kind().word(),
                    number(figure.value()),
                    number(figure.low()),
                    number(figure.high()),
                    Objects.toString(figure.unit()),
                    Objects.toString(figure.date()),
                    figure.comparator(),
                    Objects.toString(figure.change()));
        }

        private static String number(@Nullable BigDecimal number) {
            return number == null ? "" : number.stripTrailingZeros().toString();
        }
    }
}
