package org.copyflow.enrichment.text;

import java.util.Locale;
import java.util.Set;
import org.copyflow.enrichment.text.Tokens.Kind;

/// Which full stop ends a sentence, and which one belongs to an abbreviation, an initial, a list's number or a
/// quotation that goes on. Looks a few tokens ahead. Not thread-safe; one a text.
final class SentenceEnds {

    private static final Set<String> TITLES = WordFile.words("titles.txt");
    private static final Set<String> ABBREVIATIONS = WordFile.words("abbreviations.txt");
    private static final Set<String> NUMBER_WORDS = WordFile.words("number-words.txt");
    private static final Set<String> REPORTING_VERBS = WordFile.words("reporting-verbs.txt");
    private static final Set<String> STARTERS = FunctionWords.of("en");

    private static final String MARKS = ".!?…。！？｡؟۔।॥";
    private static final String ALWAYS_END = "。！？｡";
    private static final String CLOSERS = "”’)]}»」』）】〉》";
    private static final String OPENERS = "“‘\"(«「『（【《[";
    private static final String CONTINUE = ",;:，；：、";
    private static final int MAX_ABBREVIATION_CHARS = 6;
    private static final int MAX_SPEAKER_TOKENS = 6;

    private final Tokens tokens;

    SentenceEnds(Tokens tokens) {
        this.tokens = tokens;
    }

    /// Is it a mark that can end a sentence, or a word that ends in a dot of its own?
    boolean mayEnd(int token) {
        return tokens.kind(token) == Kind.WORD ? isDotted(token) : isOneOf(token, MARKS);
    }

    /// The token after the marks that begin here: `?!`, `...`.
    int endOfMarks(int token, int blockEnd) {
        int after = token + 1;
        while (after < blockEnd && isOneOf(after, MARKS)) {
            after++;
        }
        return after;
    }

    /// The token after the closing quotation marks and brackets.
    ///
    /// @param quoted is a straight quotation mark open here?
    int endOfClosers(int token, int blockEnd, boolean quoted) {
        boolean open = quoted;
        int after = token;
        while (after < blockEnd) {
            char c = tokens.firstChar(after);
            boolean straight = c == '"' || c == '\'';
            boolean closes = straight ? closesStraight(after, blockEnd, c, open) : isOneOf(after, CLOSERS);
            if (!closes) {
                break;
            }
            open &= c != '"';
            after++;
        }
        return after;
    }

    /// A straight mark between white space and a word tells its side; between two words, what is open does.
    private boolean closesStraight(int token, int blockEnd, char mark, boolean quoted) {
        boolean gapAfter = token + 1 >= blockEnd || tokens.spaceBefore(token + 1) || isOneOf(token + 1, CLOSERS);
        if (tokens.spaceBefore(token)) {
            return gapAfter && mark == '"' && quoted;
        }
        return gapAfter || (mark == '"' && quoted);
    }

    /// @param first the sentence's first token
    /// @param mark the first of the marks, or the word with its own dot
    /// @param after the token after marks and closers
    boolean isEnd(int first, int mark, int after, int blockEnd) {
        if (after >= blockEnd) {
            return true;
        }
        char c = tokens.firstChar(mark);
        if (ALWAYS_END.indexOf(c) >= 0 && tokens.length(mark) == 1) {
            return true;
        }
        if (isOneOf(after, CONTINUE) || Character.isLowerCase(tokens.firstChar(after))) {
            return false;
        }
        int marksEnd = endOfMarks(mark, blockEnd);
        boolean closed = marksEnd < after;
        if (tokens.kind(mark) == Kind.WORD) {
            return marksEnd == mark + 1 ? startsSentence(after, blockEnd) : isAfterGap(after);
        }
        if (c == '…' || (c == '.' && marksEnd - mark > 1)) {
            return closed || (isAfterGap(after) && startsUpper(after, blockEnd));
        }
        if (c == '.') {
            return tokens.spaceBefore(after)
                    ? isFullStop(first, mark, after, blockEnd)
                    : isGlued(mark, after, closed, blockEnd);
        }
        return !(closed && isAttribution(after, blockEnd)) && (isAfterGap(after) || startsUpper(after, blockEnd));
    }

    /// A full stop with white space after it.
    private boolean isFullStop(int first, int mark, int after, int blockEnd) {
        int before = mark - 1;
        if (mark == first || tokens.spaceBefore(mark)) {
            return true;
        }
        boolean closed = mark + 1 < after;
        if (before == first && !closed && isListMarker(before)) {
            return false;
        }
        if (tokens.kind(before) != Kind.WORD || tokens.length(before) > MAX_ABBREVIATION_CHARS) {
            return true;
        }
        String word = tokens.text(before);
        String lower = word.toLowerCase(Locale.ROOT);
        if (TITLES.contains(lower) && isTitle(before, after)) {
            return false;
        }
        if (NUMBER_WORDS.contains(lower) && tokens.kind(after) == Kind.NUMBER) {
            return false;
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return !(initial || ABBREVIATIONS.contains(lower)) || startsSentence(after, blockEnd);
    }

    /// `Ms. Final` and `MS. FINAL`, but not `MS. Final` or `ms. Final`.
    private boolean isTitle(int word, int next) {
        if (!Character.isUpperCase(tokens.firstChar(word))) {
            return false;
        }
        return Character.isLowerCase(tokens.text(word).charAt(1)) || Character.isUpperCase(tokens.lastChar(next));
    }

    /// Scraped text often loses the space between two sentences: `the talks.The deal`.
    private boolean isGlued(int mark, int after, boolean closed, int blockEnd) {
        if (tokens.kind(after) == Kind.IDEOGRAPH) {
            return true;
        }
        if (!startsUpper(after, blockEnd) || mark == 0) {
            return false;
        }
        int before = mark - 1;
        return closed
                || isOneOf(before, CLOSERS)
                || tokens.kind(before) == Kind.NUMBER
                || tokens.is(before, "%")
                || (tokens.kind(before) == Kind.WORD && tokens.length(before) > 2 && isLower(before));
    }

    /// `1.` or `a.` at the beginning.
    private boolean isListMarker(int token) {
        return tokens.kind(token) == Kind.NUMBER
                ? tokens.length(token) <= 3
                : tokens.kind(token) == Kind.WORD && tokens.length(token) == 1;
    }

    /// `"Why?" Smith asked`: a name and a verb of saying after a quotation belong to it.
    private boolean isAttribution(int token, int blockEnd) {
        int last = Math.min(blockEnd, token + MAX_SPEAKER_TOKENS);
        for (int at = token; at < last; at++) {
            if (tokens.kind(at) == Kind.WORD && Character.isLowerCase(tokens.firstChar(at))) {
                return at > token && REPORTING_VERBS.contains(tokens.text(at));
            }
            if (tokens.kind(at) != Kind.WORD && !tokens.is(at, ".")) {
                return false;
            }
        }
        return false;
    }

    /// After an abbreviation only a word that often begins sentences does begin one.
    private boolean startsSentence(int token, int blockEnd) {
        int word = isOneOf(token, OPENERS) && token + 1 < blockEnd ? token + 1 : token;
        return tokens.kind(word) == Kind.WORD
                && isAfterGap(token)
                && Character.isUpperCase(tokens.firstChar(word))
                && (STARTERS.contains(tokens.text(word).toLowerCase(Locale.ROOT)) || isContractedI(word));
    }

    private boolean isContractedI(int token) {
        return tokens.firstChar(token) == 'I'
                && tokens.length(token) > 1
                && Characters.isApostrophe(tokens.text(token).charAt(1));
    }

    private boolean startsUpper(int token, int blockEnd) {
        int word = isOneOf(token, OPENERS) && token + 1 < blockEnd ? token + 1 : token;
        return Character.isUpperCase(tokens.firstChar(word)) || tokens.kind(word) == Kind.IDEOGRAPH;
    }

    private boolean isAfterGap(int token) {
        return tokens.spaceBefore(token);
    }

    private boolean isLower(int token) {
        return Character.isLowerCase(tokens.firstChar(token)) && Character.isLowerCase(tokens.lastChar(token));
    }

    private boolean isDotted(int token) {
        return tokens.length(token) > 2 && tokens.lastChar(token) == '.';
    }

    private boolean isOneOf(int token, String marks) {
        return tokens.length(token) == 1 && marks.indexOf(tokens.firstChar(token)) >= 0;
    }
}
