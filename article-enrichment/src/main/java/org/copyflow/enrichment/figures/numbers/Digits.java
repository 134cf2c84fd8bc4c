package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads digits with separators: `1,234.5`, `12,34,567`, `1.234.567,8`, `0,5`, full-width ones too.
public final class Digits {

    private static final int LONGEST = 30;

    private Digits() {}

    /// @return the value, or nothing where the separators make no number (`1.2.3`)
    public static @Nullable BigDecimal value(CharSequence text, int start, int end) {
        if (end - start > LONGEST) {
            return null;
        }
        var plain = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            plain.append(c >= '\uff0c' && c <= '\uff19' ? (char) (c - 0xfee0) : c);
        }
        int commas = count(plain, ',');
        int dots = count(plain, '.');
        if (commas == 0 && dots <= 1) {
            return new BigDecimal(plain.toString());
        }
        int lastComma = plain.lastIndexOf(",");
        int lastDot = plain.lastIndexOf(".");
        if (commas > 0
                && dots <= 1
                && (dots == 0 || lastDot > lastComma)
                && isGrouped(plain, ',', dots == 0 ? plain.length() : lastDot)) {
            return new BigDecimal(plain.toString().replace(",", ""));
        }
        if (commas == 1 && isGrouped(plain, '.', lastComma)) {
            return new BigDecimal(plain.toString().replace(".", "").replace(',', '.'));
        }
        if (commas == 0 && isGrouped(plain, '.', plain.length())) {
            return new BigDecimal(plain.toString().replace(".", ""));
        }
        return null;
    }

    /// Are the digits before the end grouped in threes, or in twos with a last three as in India?
    private static boolean isGrouped(CharSequence digits, char separator, int end) {
        int group = 0;
        int groups = 0;
        for (int i = end - 1; i >= 0; i--) {
            if (digits.charAt(i) == separator) {
                boolean last = groups == 0;
                if (group != 3 && (last || group != 2)) {
                    return false;
                }
                groups++;
                group = 0;
            } else if (digits.charAt(i) >= '0' && digits.charAt(i) <= '9') {
                group++;
            } else {
                return false;
            }
        }
        return group >= 1 && group <= 3;
    }

    private static int count(CharSequence text, char wanted) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }
}
