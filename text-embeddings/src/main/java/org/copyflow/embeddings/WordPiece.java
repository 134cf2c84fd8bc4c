package org.copyflow.embeddings;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cuts a text into the pieces of words that a BERT vocabulary has: the longest piece first (Devlin et al. 2019,
/// "BERT", and the tokenizer published with it). In small letters and without accents. Immutable, thread-safe.
final class WordPiece {

    private static final String START = "[CLS]";
    private static final String END = "[SEP]";
    private static final String UNKNOWN = "[UNK]";
    private static final String INSIDE_A_WORD = "##";
    private static final int MAX_WORD_CHARS = 100;

    private final Map<String, Integer> vocabulary;
    private final int start;
    private final int end;
    private final int unknown;

    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        start = special(START);
        end = special(END);
        unknown = special(UNKNOWN);
    }

    /// Reads the vocabulary of a `tokenizer.json`.
    static WordPiece read(InputStream tokenizer) throws IOException {
        JsonNode vocabulary =
                JsonMapper.shared().readTree(tokenizer).path("model").path("vocab");
        var numbers = new HashMap<String, Integer>();
        vocabulary
                .properties()
                .forEach(word -> numbers.put(word.getKey(), word.getValue().asInt()));
        return new WordPiece(numbers);
    }

    /// The numbers of the text's first pieces, between the marks of its start and its end. Reads no further than it
    /// must.
    ///
    /// @param maxTokens how many numbers at most, the two marks counted
    long[] tokens(String text, int maxTokens) {
        var tokens = new Pieces(maxTokens - 1);
        tokens.add(start);
        var word = new StringBuilder();
        for (int at = 0; at < text.length() && !tokens.isFull(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                addWord(word, tokens);
            } else if (standsAlone(c)) {
                addWord(word, tokens);
                addWord(word.appendCodePoint(c), tokens);
            } else if (!isControl(c)) {
                word.appendCodePoint(c);
                if (word.length() > MAX_WORD_CHARS + 1) {
                    word.setLength(MAX_WORD_CHARS + 1); // longer than any word that is known, and stays so
                }
            }
        }
        addWord(word, tokens);
        return tokens.endedBy(end);
    }

    private void addWord(StringBuilder letters, Pieces tokens) {
        if (letters.isEmpty()) {
            return;
        }
        String word = plain(letters.toString());
        letters.setLength(0);
        int first = tokens.count;
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer piece = word.length() > MAX_WORD_CHARS ? null : piece(word, from, to);
            while (piece == null && to > from + 1 && word.length() <= MAX_WORD_CHARS) {
                piece = piece(word, from, --to);
            }
            if (piece == null) {
                tokens.count = first;
                tokens.add(unknown);
                return;
            }
            tokens.add(piece);
            from = to;
        }
    }

    private @Nullable Integer piece(String word, int from, int to) {
        String letters = word.substring(from, to);
        return vocabulary.get(from == 0 ? letters : INSIDE_A_WORD + letters);
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 128)) {
            return lower;
        }
        var letters = new StringBuilder();
        Normalizer.normalize(lower, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean standsAlone(int c) {
        if (c < 128) {
            return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> Character.isIdeographic(c);
        };
    }

    private static boolean isControl(int c) {
        return c == 0xFFFD
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }

    private int special(String token) {
        Integer number = vocabulary.get(token);
        if (number == null) {
            throw new IllegalArgumentException("a vocabulary of " + vocabulary.size() + " words without " + token);
        }
        return number;
    }

    /// Numbers, up to a limit.
    private static final class Pieces {
        private final long[] numbers;
        private int count;

        private Pieces(int limit) {
            numbers = new long[limit + 1];
        }

        private boolean isFull() {
            return count == numbers.length - 1;
        }

        private void add(int number) {
            if (!isFull()) {
                numbers[count++] = number;
            }
        }

        private long[] endedBy(int number) {
            numbers[count] = number;
            return Arrays.copyOf(numbers, count + 1);
        }
    }
}
