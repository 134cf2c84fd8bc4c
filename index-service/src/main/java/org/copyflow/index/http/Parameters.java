package org.copyflow.index.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Query parameters, each refused with what it must be.
public final class Parameters {

    private static final int MAX_TEXT_CHARS = 200;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private Parameters() {}

    /// Refuses what a mistyped name would lose.
    static void requireKnown(Context ctx, List<String> known) {
        for (String name : ctx.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                throw Problems.unknownParameter(shortened(name), known);
            }
        }
    }

    /// A whole number from `least` to `most`.
    public static int number(Context ctx, String name, int byDefault, int least, int most) {
        String given = ctx.queryParam(name);
        if (given == null) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, as one that is out of bounds
        }
        throw Problems.badParameter(name, given, "a whole number from " + least + " to " + most);
    }

    /// A short text; absent where it is not given or empty.
    public static @Nullable String text(Context ctx, String name) {
        String given = ctx.queryParam(name);
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > MAX_TEXT_CHARS) {
            throw Problems.badParameter(name, shortened(given), "at most " + MAX_TEXT_CHARS + " characters");
        }
        return given.strip();
    }

    /// An instant, or a day, which begins at midnight in UTC.
    public static @Nullable Instant time(Context ctx, String name) {
        String given = text(ctx, name);
        return given == null ? null : time(name, given);
    }

    /// The same, wherever it was given.
    public static Instant time(String name, String given) {
        try {
            Instant time = given.indexOf('T') > 0
                    ? Instant.parse(given)
                    : LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // refused below, as one of another age
        }
        throw Problems.badParameter(name, shortened(given), "a day, as 2026-03-05, or a time, as 2026-03-05T12:00:00Z");
    }

    /// One of the values of an enumeration, in small letters.
    static <E extends Enum<E>> E word(Context ctx, String name, Class<E> type, E byDefault) {
        String given = ctx.queryParam(name);
        if (given == null) {
            return byDefault;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst()
                .orElseThrow(() -> Problems.badParameter(name, shortened(given), words(type)));
    }

    /// All values of an enumeration, for people.
    static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    private static String shortened(String text) {
        return text.length() > MAX_TEXT_CHARS ? text.substring(0, MAX_TEXT_CHARS) + "…" : text;
    }
}
