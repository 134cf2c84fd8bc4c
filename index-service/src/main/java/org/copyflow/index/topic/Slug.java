package org.copyflow.index.topic;

import java.text.Normalizer;
import java.util.Locale;

/// A name as it stands in a topic's id: `Efim Zelmanov` → `efim-zelmanov`, `南方科技大学` → `南方科技大学`.
///
/// Unicode NFKC and lower case; letters, digits and the marks that belong to them are kept in any script, every run of
/// anything else becomes one dash. At most [#MAX_CHARS] UTF-16 code units; empty where the name has no letter or digit.
public final class Slug {

    static final int MAX_CHARS = 80;
    private static final int MAX_NAME_CHARS = 400;

    private Slug() {}

    public static String of(String name) {
        String start = name.length() > MAX_NAME_CHARS ? name.substring(0, MAX_NAME_CHARS) : name;
        String text = Normalizer.normalize(start, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var slug = new StringBuilder(Math.min(text.length(), MAX_CHARS));
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!Character.isLetterOrDigit(c) && (gap || slug.isEmpty() || !isMark(c))) {
                gap = true;
                continue;
            }
            boolean dash = gap && !slug.isEmpty();
            if (slug.length() + (dash ? 1 : 0) + Character.charCount(c) > MAX_CHARS) {
                break;
            }
            if (dash) {
                slug.append('-');
            }
            slug.appendCodePoint(c);
            gap = false;
        }
        return slug.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
