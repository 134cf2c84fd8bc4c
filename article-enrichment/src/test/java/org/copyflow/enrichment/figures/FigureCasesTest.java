package org.copyflow.enrichment.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.TextArticles;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.events.article.Figure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of the two case files: a text, all figures in it, and why the case is there.
///
/// A figure is written `kind value unit comparator change again`, from the left as far as matters; `_` stands for a
/// space in a unit, `*` for whatever it is, `-` for nothing, `low..high` for a range, `again` for one that says the
/// figure before it again in another unit. Figures are parted by `;`.
class FigureCasesTest {

    private static final FigureAnnotator ANNOTATOR = new FigureAnnotator();

    record Case(String text, List<String> figures, String reason) {
        @Override
        public String toString() {
            return text + " (" + reason + ")";
        }
    }

    static Stream<Case> cases() {
        return Stream.of("cases-en.txt", "cases-zh.txt")
                .flatMap(file -> WordLists.lines(FigureCasesTest.class, file).stream())
                .map(FigureCasesTest::parse);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheFiguresOfTheCase(Case one) {
        List<Figure> found = ANNOTATOR
                .annotate(TextArticles.of(one.text()), Annotations.NONE)
                .figures();

        List<String> actual = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String expected = i < one.figures().size() ? one.figures().get(i) : "";
            actual.add(asFarAs(expected, found.get(i)));
        }
        assertThat(actual).as(one.toString()).isEqualTo(one.figures());
    }

    private static Case parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException("a case has text, figures and reason, with tabs between: " + line);
        }
        List<String> figures = fields[1].equals("none")
                ? List.of()
                : Stream.of(fields[1].split(";")).map(String::strip).toList();
        return new Case(fields[0], figures, fields[2]);
    }

    private static String asFarAs(String expected, Figure figure) {
        List<String> wanted = List.of(expected.split(" "));
        List<String> all = List.of(
                figure.kind().word(),
                value(figure),
                figure.unit() == null ? "-" : figure.unit().replace(' ', '_'),
                figure.comparator(),
                figure.change() == null ? "-" : figure.change(),
                figure.sameAs() == null ? "-" : "again");
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < all.size() && (i < wanted.size() || expected.isEmpty()); i++) {
            boolean whatever = !expected.isEmpty() && wanted.get(i).equals("*");
            shown.add(whatever ? "*" : all.get(i));
        }
        return String.join(" ", shown);
    }

    private static String value(Figure figure) {
        if (figure.kind() == Figure.Kind.DATE) {
            return figure.date() == null ? "-" : figure.date();
        }
        if (figure.value() != null) {
            return figure.value().toPlainString();
        }
        return plain(figure.low()) + ".." + plain(figure.high());
    }

    private static String plain(@org.jspecify.annotations.Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
