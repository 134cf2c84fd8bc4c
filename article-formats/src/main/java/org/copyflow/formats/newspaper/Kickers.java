package org.copyflow.formats.newspaper;

import java.util.Locale;
import java.util.Map;
import org.copyflow.formats.newsroom.WordList;

/// Tells a kicker (`Opinion`, `时评`) and a section (`Economy`, `文化`) from a title.
final class Kickers {

    private static final Map<String, String> NAMES = WordList.parts("kickers.txt");

    private Kickers() {}

    static boolean isKicker(String heading) {
        return NAMES.containsKey(plain(heading));
    }

    static boolean isSection(String heading) {
        return "section".equals(NAMES.get(plain(heading)));
    }

    private static String plain(String heading) {
        int start = 0;
        int end = heading.length();
        while (start < end && !Character.isLetterOrDigit(heading.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(heading.charAt(end - 1))) {
            end--;
        }
        return heading.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
