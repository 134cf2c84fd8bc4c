package org.copyflow.formats.html.page;

import org.copyflow.formats.html.lexicon.Cues;
import org.copyflow.formats.html.lexicon.Letters;
import org.copyflow.formats.html.lexicon.StopWords;

/// Counts words, marks and function words of a block, finds its cues and hashes its words, in one pass over its text.
/// Of one block; not thread-safe.
final class TextScan {

    private static final float WORDS_AN_IDEOGRAPH = 0.6f;
    private static final char FIRST_IDEOGRAPH = 0x2E80;
    private static final StopWords STOP_WORDS = StopWords.known();
    private static final Cues CUES = Cues.known();

    private final WordHashes hashes;
    private final PageBlock block;
    private final char[] text;
    private final int length;
    /// Where the word began that goes on, apostrophes included; -1 where none does.
    private int wordStart = -1;
    /// Where the letters and digits began that the hash is of.
    private int runStart;
    /// Of the letters and digits since, 0 where there are none.
    private long hash;
    private int ideographs;
    private int words;
    private boolean atWord = true;
    private boolean first = true;

    /// @param text begins with the block's text
    TextScan(PageBlock block, char[] text, WordHashes hashes) {
        this.block = block;
        this.text = text;
        this.hashes = hashes;
        length = block.text().length();
    }

    void run() {
        block.firstWord = hashes.size();
        int i = 0;
        while (i < length) {
            i = isPlain(text[i]) ? letters(i) : other(i);
        }
        endWord(length);
        endRun();
        block.endWord = hashes.size();
        block.words = words + ideographs * WORDS_AN_IDEOGRAPH;
    }

    private static boolean isPlain(char c) {
        return c < FIRST_IDEOGRAPH && Letters.isLetterOrDigit(c);
    }

    /// Letters and digits, ideographs apart; says where they end.
    private int letters(int start) {
        boolean whole = hash == 0;
        long run = hash;
        int digits = 0;
        int i = start;
        do {
            char c = text[i++];
            run = Letters.hash(run, c);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        } while (i < length && isPlain(text[i]));
        hash = run;
        runStart = whole ? start : runStart;
        wordStart = wordStart < 0 ? start : wordStart;
        block.digits += digits;
        if (atWord) {
            cue(start, !whole || CUES.mayBeginWith(run));
            atWord = false;
        }
        return i;
    }

    private int other(int i) {
        char c = text[i];
        boolean letter = c >= FIRST_IDEOGRAPH && Character.isLetterOrDigit(c);
        boolean apostrophe = c == '\'' || c == '’';
        if (atWord && (letter || c == '©' || c == '#')) {
            cue(i, true);
        }
        atWord = c > FIRST_IDEOGRAPH || (!letter && !apostrophe);
        if (letter) {
            beyondLatin(c, i);
        } else {
            if (!apostrophe || i + 1 == length) {
                endWord(i);
            }
            endRun();
            mark(c, i);
        }
        return i + 1;
    }

    private void beyondLatin(char c, int i) {
        if (isIdeograph(c)) {
            ideographs++;
        } else if (wordStart < 0) {
            wordStart = i;
        }
        if (Character.isLetter(c)) {
            endRun();
            hashes.add(Letters.hash(0, c));
        } else {
            runStart = hash == 0 ? i : runStart;
            hash = Letters.hash(hash, c);
        }
    }

    static boolean isIdeograph(char c) {
        return (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
    }

    private void endRun() {
        if (hash != 0) {
            hashes.add(hash);
            hash = 0;
        }
    }

    private void endWord(int end) {
        if (wordStart < 0) {
            return;
        }
        words++;
        char initial = text[wordStart];
        if (Character.isUpperCase(initial)) {
            block.capitalised++;
            block.allCaps += end - wordStart > 1 && Character.isUpperCase(text[end - 1]) ? 1 : 0;
        }
        boolean plain = hash != 0 && runStart == wordStart;
        block.stopWords += (!plain || STOP_WORDS.mayHold(hash)) && STOP_WORDS.contains(text, wordStart, end) ? 1 : 0;
        wordStart = -1;
    }

    /// @param likely whether a phrase may begin there, as far as the first word says
    private void cue(int start, boolean likely) {
        long found = likely && start < Cues.MAX_SCANNED_CHARS ? CUES.longestAt(text, length, start) : Cues.NONE;
        if (found != Cues.NONE) {
            block.cues |= Cues.bits(found);
            block.startCues = first ? Cues.bits(found) : block.startCues;
            block.startCueChars = first ? start + Cues.length(found) : block.startCueChars;
        }
        first = false;
    }

    private void mark(char c, int i) {
        switch (c) {
            case ' ' -> {}
            case ',', '，', '、', '،' -> block.commas++;
            case '.', '!', '?' ->
                block.sentenceEnds += i + 1 < length && Character.isLetterOrDigit(text[i + 1]) ? 0 : 1;
            case '。', '！', '？', '؟' -> block.sentenceEnds++;
            case '@' -> block.atSign = true;
            case '©' -> block.copyrightSign = true;
            case '$' -> block.dollarSign = true;
            case '|', '•', '·', '»', '›', '/', '→', '«', '■', '►', '▶', '>', '_' -> block.separators++;
            default -> {}
        }
    }
}
