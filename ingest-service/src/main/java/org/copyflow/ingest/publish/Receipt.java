package org.copyflow.ingest.publish;

import org.jspecify.annotations.Nullable;

/// Where the record of an accepted document stands in `articles.raw`. Written as `3-1042`.
public record Receipt(int partition, long offset) {

    private static final int MAX_CHARS = 30;

    public Receipt {
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("no record stands at partition " + partition + ", offset " + offset);
        }
    }

    /// The receipt that the text names; absent where it names none.
    public static @Nullable Receipt parse(String text) {
        int dash = text.indexOf('-');
        if (dash <= 0
                || text.length() > MAX_CHARS
                || !isNumber(text, 0, dash)
                || !isNumber(text, dash + 1, text.length())) {
            return null;
        }
        try {
            return new Receipt(Integer.parseInt(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
        } catch (NumberFormatException e) {
            return null; // too large for any record
        }
    }

    private static boolean isNumber(String text, int start, int end) {
        return start < end && text.chars().skip(start).limit(end - start).allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
