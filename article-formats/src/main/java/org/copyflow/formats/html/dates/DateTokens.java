package org.copyflow.formats.html.dates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A text as numbers and words, without the small words that stand between the parts of a date. Out of range, every
/// question has an empty answer.
final class DateTokens {

    private static final Map<String, Integer> MONTHS = months("months.txt");
    private static final Set<String> BETWEEN = Set.of("de", "del", "of", "the", "d");
    private static final int MAX_INT_DIGITS = 9;

    private record Token(String text, boolean number, int start, int end) {}

    private final List<Token> tokens = new ArrayList<>();
    private final String text;

    private DateTokens(String text) {
        this.text = text;
    }

    static DateTokens of(String text) {
        var tokens = new DateTokens(text);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            if (isDigit(c)) {
                while (end < text.length() && isDigit(text.charAt(end))) {
                    end++;
                }
                tokens.tokens.add(new Token(text.substring(i, end), true, i, end));
            } else if (Character.isLetter(c) && c < 0x2E80) {
                while (end < text.length() && goesOn(text.charAt(end - 1), text.charAt(end))) {
                    end++;
                }
                tokens.addWord(text.substring(i, end).toLowerCase(Locale.ROOT), i, end);
            }
            i = end;
        }
        return tokens;
    }

    /// Whether a letter belongs to the word before it. A capital after a small letter begins another, as where a page
    /// runs `Anna LindDec 5` together; marks that combine with letters are part of them.
    private static boolean goesOn(char before, char c) {
        return c < 0x2E80
                && (Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK)
                && !(Character.isLowerCase(before) && Character.isUpperCase(c));
    }

    private void addWord(String word, int start, int end) {
        boolean ordinal = !tokens.isEmpty()
                && tokens.getLast().number
                && tokens.getLast().end == start
                && (word.equals("st")
                        || word.equals("nd")
                        || word.equals("rd")
                        || word.equals("th")
                        || word.equals("er"));
        if (!ordinal && !BETWEEN.contains(word)) {
            tokens.add(new Token(word, false, start, end));
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    int size() {
        return tokens.size();
    }

    /// The digits of a number, empty for a word.
    String digits(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).number ? tokens.get(i).text : "";
    }

    /// -1 for a word or a number that is too long.
    int number(int i) {
        String digits = digits(i);
        return digits.isEmpty() || digits.length() > MAX_INT_DIGITS ? -1 : Integer.parseInt(digits);
    }

    /// A word in lower case, empty for a number.
    String word(int i) {
        return i >= 0 && i < tokens.size() && !tokens.get(i).number ? tokens.get(i).text : "";
    }

    int month(int i) {
        return MONTHS.getOrDefault(word(i), 0);
    }

    /// What stands between a token and the next.
    String between(int i) {
        return i >= 0 && i + 1 < tokens.size() ? text.substring(tokens.get(i).end, tokens.get(i + 1).start) : "";
    }

    /// What stands before a token, from another on.
    String text(int from, int to) {
        int start = from < tokens.size() ? tokens.get(from).start : text.length();
        return text.substring(from == 0 ? 0 : start, Math.max(start, tokens.get(to).start));
    }

    /// Whether one of the characters, with spaces at most, stands between a token and the next.
    boolean joined(int i, String characters) {
        String between = between(i).strip();
        return between.length() == 1 && characters.contains(between);
    }

    private static Map<String, Integer> months(String resource) {
        var months = new HashMap<String, Integer>();
        try (var stream = DateTokens.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + resource + " is missing beside " + DateTokens.class);
            }
            String[] lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n");
            for (int i = 0; i < lines.length; i++) {
                for (String name : lines[i].strip().split(" ")) {
                    months.put(name, i + 1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + resource, e);
        }
        return Map.copyOf(months);
    }
}
