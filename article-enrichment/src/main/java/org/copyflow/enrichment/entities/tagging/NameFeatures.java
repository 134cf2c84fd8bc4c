package org.copyflow.enrichment.entities.tagging;

import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;

/// What the tagger looks at in each token of a stretch: the words around, their shapes, endings and lists, and how the
/// run of capitals goes on. Each feature is one number, a hash. Not thread-safe; one an article.
public final class NameFeatures {

    /// The most features that a token has.
    public static final int MOST = 104;

    /// The whole way of a word through the tree of clusters.
    private static final int WAY = WordClusters.SIZES - 1;

    private static final int BOUNDARY = 0x51ED270B;

    /// The shares of words like "I" and "you" that part registers.
    private static final int[] PERSONAL_PER_THOUSAND = {8, 25, 50};

    private final AnalyzedText text;
    private final Tokens tokens;
    private final NameLexicon lexicon;
    private final WordHashes words;
    private final WordClusters clusters;
    private final NameMarks marks;
    private int sentenceStart;
    private int sentenceEnd;
    private final int register;
    private int loudness;
    private int[] out = new int[MOST];
    private int count;

    NameFeatures(AnalyzedText text, WordHashes words, Knowledge knowledge) {
        this.text = text;
        this.tokens = text.tokens();
        this.words = words;
        lexicon = knowledge.lexicon();
        clusters = knowledge.clusters();
        marks = new NameMarks(knowledge.names(), words);
        register = register();
    }

    /// How much the text is one of people who speak for themselves: news has less of it than mails and reviews.
    private int register() {
        int personal = 0;
        for (int t = 0; t < tokens.count(); t++) {
            personal += lexicon.isPersonal(words.of(t)) ? 1 : 0;
        }
        int register = 0;
        for (int share : PERSONAL_PER_THOUSAND) {
            register += personal * 1000L > (long) share * tokens.count() ? 1 : 0;
        }
        return register;
    }

    /// What is known of words and names beforehand. Immutable, thread-safe.
    record Knowledge(NameLexicon lexicon, WordClusters clusters, KnownNames names) {

        static Knowledge load() {
            return new Knowledge(new NameLexicon(), WordClusters.load(), KnownNames.load());
        }
    }

    void enter(Sentence sentence) {
        sentenceStart = sentence.firstToken();
        sentenceEnd = sentence.endToken();
        int capitals = 0;
        int all = 0;
        for (int t = sentenceStart; t < sentenceEnd; t++) {
            if (tokens.kind(t) == Tokens.Kind.WORD && tokens.length(t) > 3) {
                all++;
                capitals += Character.isUpperCase(tokens.firstChar(t)) ? 1 : 0;
            }
        }
        loudness = capitals * 5 <= all * 3 || all < 3 ? 0 : 1;
    }

    void enterStretch(int start, int end) {
        marks.enter(start, end);
    }

    /// Writes the features of a token; gives how many they are.
    ///
    /// @param into at least [#MOST] long
    int of(int token, int[] into) {
        out = into;
        count = 0;
        wordsAround(token);
        shapes(token);
        lists(token);
        run(token);
        clusters(token);
        return count;
    }

    private void wordsAround(int token) {
        int here = word(token);
        int before = word(token - 1);
        int after = word(token + 1);
        add(1, here);
        add(2, before);
        add(3, after);
        add(4, word(token - 2));
        add(5, word(token + 2));
        add(6, before * 31 + here);
        add(7, here * 31 + after);
        add(8, word(token - 2) * 31 + before);
        add(9, after * 31 + word(token + 2));
        int start = tokens.start(token);
        int end = tokens.end(token);
        for (int length = 1; length <= 4 && length <= end - start; length++) {
            add(10 + length, WordHashes.of(text.text(), end - length, end));
        }
        for (int length = 2; length <= 4 && length <= end - start; length++) {
            add(15 + length, WordHashes.of(text.text(), start, start + length));
        }
    }

    private void shapes(int token) {
        int here = shape(token);
        int before = shape(token - 1);
        int after = shape(token + 1);
        add(20, here);
        add(21, before * 64 + here);
        add(22, here * 64 + after);
        add(23, (before * 64 + here) * 64 + after);
        boolean opens = opens(token);
        int known = words.hasInSmallLetters(token) ? 1 : 0;
        add(24, known * 2 + (opens ? 1 : 0));
        add(25, loudness * 64 + here);
        if (opens) {
            add(26, word(token));
            add(27, known * 4096 + flags(token));
        }
        add(28, word(token - 1) * 31 + here);
        add(29, word(token + 1) * 31 + here);
    }

    private void lists(int token) {
        int here = flags(token);
        int before = flags(token - 1);
        int after = flags(token + 1);
        add(30, here);
        add(31, before * 8192 + here);
        add(32, here * 8192 + after);
        add(33, before);
        add(34, after);
        add(35, here * 64 + shape(token));
    }

    /// The run of capitalized words without small ones between: where the token stands in it, how it ends, what
    /// follows.
    private void run(int token) {
        int first = token;
        while (first > sentenceStart && token - first < 6 && isPart(first - 1)) {
            first--;
        }
        int last = token;
        while (last + 1 < sentenceEnd && last - token < 6 && isPart(last + 1)) {
            last++;
        }
        add(40, word(last));
        add(41, flags(last) * 8 + Math.min(7, last - first));
        add(42, (token - first) * 8 + Math.min(7, last - token));
        add(43, word(last + 1));
        add(44, word(first - 1));
        add(45, word(first));
        add(46, word(first - 1) * 31 + word(last + 1));
        add(47, cluster(last, WAY));
        add(48, cluster(first, WAY));
        add(49, cluster(last + 1, 2) * 31 + cluster(first - 1, 2));
        add(50, cluster(first - 1, WAY));
        add(51, cluster(last + 1, WAY));
        add(52, marks.ofName(first, Math.min(last + 1, first + KnownNames.LONGEST)) * 8 + Math.min(7, last - first));
    }

    /// The clusters of the words around, and the known names that stand here.
    private void clusters(int token) {
        for (int size = 0; size < WAY; size++) {
            add(55 + size, cluster(token, size));
        }
        add(60, cluster(token, WAY));
        add(61, cluster(token - 1, WAY));
        add(62, cluster(token + 1, WAY));
        add(63, cluster(token - 2, WAY));
        add(64, cluster(token + 2, WAY));
        add(65, cluster(token - 1, 1));
        add(66, cluster(token + 1, 1));
        add(67, cluster(token - 1, 2) * 8191 + cluster(token, 2));
        add(68, cluster(token, 2) * 8191 + cluster(token + 1, 2));
        add(69, (cluster(token - 1, 1) * 8191 + cluster(token, 1)) * 8191 + cluster(token + 1, 1));
        add(70, cluster(token, 3) * 64 + shape(token));
        add(71, cluster(token - 1, 3) * 8191 + cluster(token - 2, 3));
        add(72, cluster(token + 1, 3) * 8191 + cluster(token + 2, 3));
        int mark = marks.of(token);
        add(95, register);
        add(96, register * 64 + shape(token));
        add(97, register * 8191 + mark);
        add(98, register * 8191 + cluster(token, 1));
        add(99, register * 2 + (words.hasInSmallLetters(token) ? 1 : 0));
        add(75, mark);
        add(76, marks.of(token - 1) * 8191 + mark);
        add(77, mark * 8191 + marks.of(token + 1));
        add(78, mark * 64 + shape(token));
        add(79, mark * 8191 + cluster(token, 1));
        add(80, marks.ofWord(token));
        add(81, mark * 8191 + cluster(token - 1, 2));
        add(82, mark * 8191 + cluster(token + 1, 2));
    }

    private int cluster(int token, int size) {
        if (token < sentenceStart || token >= sentenceEnd) {
            return token < sentenceStart ? 2 : 3;
        }
        return clusters.prefix(clusters.of(words.of(token)), size);
    }

    private boolean isPart(int token) {
        return Stretches.isCapital(text, token) || (tokens.is(token, "&") || tokens.is(token, "."));
    }

    /// Does the token open its sentence, or a quotation in it?
    private boolean opens(int token) {
        if (token == sentenceStart) {
            return true;
        }
        char before = tokens.lastChar(token - 1);
        return before == '"' || before == '“' || before == ':' || before == '‘';
    }

    private int word(int token) {
        if (token < sentenceStart || token >= sentenceEnd) {
            return BOUNDARY + (token < sentenceStart ? 0 : 1);
        }
        return words.of(token);
    }

    private int flags(int token) {
        return token < sentenceStart || token >= sentenceEnd ? 4095 : lexicon.of(words.of(token));
    }

    /// Letters' cases, digits, dots and the length, in less than 64 values.
    private int shape(int token) {
        if (token < sentenceStart || token >= sentenceEnd) {
            return 63;
        }
        Tokens.Kind kind = tokens.kind(token);
        int length = tokens.length(token);
        if (kind != Tokens.Kind.WORD) {
            return kind == Tokens.Kind.NUMBER ? 48 + Math.min(5, length) : 56 + punctuation(tokens.firstChar(token));
        }
        int capitals = 0;
        int others = 0;
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            char c = text.text().charAt(i);
            capitals += Character.isUpperCase(c) ? 1 : 0;
            others += Character.isLetter(c) ? 0 : 1;
        }
        boolean first = Character.isUpperCase(tokens.firstChar(token));
        int cases = capitals == 0 ? 0 : capitals + others == length ? 1 : capitals == 1 && first ? 2 : 3;
        return cases * 8 + (others > 0 ? 4 : 0) + (length <= 1 ? 0 : length <= 3 ? 1 : length <= 6 ? 2 : 3);
    }

    private static int punctuation(char c) {
        return switch (c) {
            case ',' -> 1;
            case '.' -> 2;
            case '(', '[' -> 3;
            case ')', ']' -> 4;
            case '"', '“', '”', '\'', '’', '‘' -> 5;
            default -> 0;
        };
    }

    private void add(int template, int value) {
        int hash = (value ^ (template * 0x85EBCA6B)) * 0xC2B2AE35;
        hash ^= hash >>> 15;
        hash *= 0x27D4EB2F;
        out[count++] = hash ^ (hash >>> 13);
    }
}
