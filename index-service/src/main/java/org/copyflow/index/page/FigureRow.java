package org.copyflow.index.page;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.events.article.Figure;
import org.jspecify.annotations.Nullable;

/// A numeric claim in the table of figures.
record FigureRow(
        String text,
        String kind,
        String value,
        @Nullable String unit,
        @Nullable String change,
        @Nullable String measures) {

    static FigureRow of(Figure figure) {
        return new FigureRow(
                figure.text(), figure.kind().word(), value(figure), figure.unit(), figure.change(), figure.measures());
    }

    /// The value with its unit.
    String means() {
        return unit == null ? value : value + (unit.equals("%") ? "" : " ") + unit;
    }

    /// What is measured, where the unit does not say it.
    @Nullable
    String measured() {
        return measures == null || measures.equals(unit) ? null : measures;
    }

    /// All of it in a line.
    String says() {
        return Stream.of(kind + ":", value, unit, change, measures)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String value(Figure figure) {
        if (figure.date() != null) {
            return ShownTime.text(figure.date());
        }
        if (figure.low() != null && figure.high() != null) {
            return plain(figure.low()) + " – " + plain(figure.high());
        }
        return figure.value() == null ? "" : comparator(figure.comparator()) + plain(figure.value());
    }

    private static String comparator(String sign) {
        return switch (sign) {
            case "=" -> "";
            case "~" -> "about ";
            case ">" -> "over ";
            case "<" -> "under ";
            case ">=" -> "at least ";
            case "<=" -> "at most ";
            default -> sign;
        };
    }

    /// Digits in groups of three; very long numbers as they stand.
    private static String plain(BigDecimal number) {
        if (Math.abs(number.scale()) > 30 || number.precision() > 30) {
            return number.toString();
        }
        String digits = number.toPlainString();
        int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        int start = digits.startsWith("-") ? 1 : 0;
        var grouped = new StringBuilder(digits);
        for (int at = end - 3; at > start; at -= 3) {
            grouped.insert(at, '\u202f');
        }
        return grouped.toString();
    }
}
