package org.copyflow.index.query;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Words that a name shall have: each begins one of its words, in any case, with or without accents. In a script that
/// puts no spaces between words it may stand anywhere.
final class NameWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final char ASCII_END = 128;

    private final List<String> words;

    NameWords(String text) {
        words = Stream.of(BETWEEN.split(plain(text), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// No name has what holds no word.
    boolean in(String name) {
        String plain = plain(name);
        return !words.isEmpty() && words.stream().allMatch(word -> begins(word, plain));
    }

    private static boolean begins(String word, String name) {
        boolean anywhere = isUnspaced(word.codePointAt(0));
        for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
            if (anywhere || at == 0 || !Character.isLetterOrDigit(name.codePointBefore(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnspaced(int character) {
        return Character.isIdeographic(character)
                || switch (Character.UnicodeScript.of(character)) {
                    case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    private static String plain(String text) {
        boolean ascii = text.chars().allMatch(c -> c < ASCII_END);
        String letters = ascii
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
        return letters.toLowerCase(Locale.ROOT);
    }
}
