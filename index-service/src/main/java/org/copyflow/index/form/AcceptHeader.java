package org.copyflow.index.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a client accepts, by RFC 9110, section 12.5.1: media ranges with their quality. Of the ranges that hold a
/// type the most specific counts, whatever its quality. Parameters other than `q` are passed over.
public final class AcceptHeader {

    private static final int MAX_RANGES = 50;
    private static final double FULL = 1;

    private final List<Range> ranges;

    private record Range(String type, double quality) {

        /// How exactly it names the type; -1 where it does not hold it.
        int specificity(String mediaType) {
            if (type.equals(mediaType)) {
                return 2;
            }
            if (type.equals("*/*")) {
                return 0;
            }
            boolean family = type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1));
            return family ? 1 : -1;
        }
    }

    private AcceptHeader(List<Range> ranges) {
        this.ranges = ranges;
    }

    /// @param header absent or empty where the client accepts anything
    public static AcceptHeader of(@Nullable String header) {
        var ranges = new ArrayList<Range>();
        for (String element : (header == null || header.isBlank() ? "*/*" : header).split(",", MAX_RANGES)) {
            String[] parts = element.split(";", -1);
            String type = parts[0].strip().toLowerCase(Locale.ROOT);
            if (!type.isEmpty()) {
                ranges.add(new Range(type, quality(parts)));
            }
        }
        return new AcceptHeader(ranges);
    }

    /// What the client likes best; of several the first. Absent where it accepts none.
    ///
    /// @param mediaType of each
    public <T> Optional<T> best(List<T> offered, Function<T, String> mediaType) {
        T best = null;
        double highest = 0;
        for (T one : offered) {
            double quality = quality(mediaType.apply(one));
            if (quality > highest) {
                best = one;
                highest = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /// 0 where the type is not accepted.
    private double quality(String mediaType) {
        int best = -1;
        double quality = 0;
        for (Range range : ranges) {
            int specificity = range.specificity(mediaType);
            if (specificity > best) {
                best = specificity;
                quality = range.quality();
            }
        }
        return quality;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                return number(parameter.substring(2).strip());
            }
        }
        return FULL;
    }

    /// A weight that is none says nothing.
    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return number >= 0 && number <= FULL ? number : FULL;
        } catch (NumberFormatException _) {
            return FULL;
        }
    }
}
