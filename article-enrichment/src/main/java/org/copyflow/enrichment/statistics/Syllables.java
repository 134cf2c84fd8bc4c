package org.copyflow.enrichment.statistics;

/// Counts the syllables of English words by their groups of vowels, minus what is written but not spoken. Thread-safe.
final class Syllables {

    private Syllables() {}

    /// @return at least 1
    static int count(String text, int start, int end) {
        int groups = 0;
        boolean inVowels = false;
        for (int at = start; at < end; at++) {
            boolean vowel = isVowel(text.charAt(at));
            groups += vowel && !inVowels ? 1 : 0;
            inVowels = vowel;
        }
        return Math.max(1, groups - (endsSilently(text, start, end) ? 1 : 0));
    }

    /// `make`, `makes`, `asked`; but `table`, `boxes`, `wanted`.
    private static boolean endsSilently(String text, int start, int end) {
        if (end - start < 3) {
            return false;
        }
        char last = lower(text, end - 1);
        if (last == 'e') {
            char before = lower(text, end - 2);
            return !isVowel(before) && !(before == 'l' && !isVowel(text.charAt(end - 3)));
        }
        if (lower(text, end - 2) != 'e' || end - start < 4) {
            return false;
        }
        char before = lower(text, end - 3);
        if (last == 'd') {
            return before != 't' && before != 'd' && !isVowel(before);
        }
        return last == 's' && "sxzhcg".indexOf(before) < 0 && !isVowel(before);
    }

    private static boolean isVowel(char c) {
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U', 'Y' -> true;
            default -> c > 127 && isVowelWithAccent(c);
        };
    }

    private static boolean isVowelWithAccent(char c) {
        return "áàâäãåéèêëíìîïóòôöõøúùûüÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕØÚÙÛÜ".indexOf(c) >= 0;
    }

    private static char lower(String text, int at) {
        return Character.toLowerCase(text.charAt(at));
    }
}
