package org.copyflow.formats.html.page;

import org.copyflow.formats.html.lexicon.Letters;
import org.copyflow.formats.html.lexicon.StopWords;

/// Counts words, marks and function words of a block in one pass over its text.
final class TextScan {

    private static final float WORDS_AN_IDEOGRAPH = 0.6f;
    private static final StopWords STOP_WORDS = StopWords.known();

    private TextScan() {}

    static void count(PageBlock block) {
        String text = block.text();
        int length = text.length();
        int wordStart = -1;
        int ideographs = 0;
        int words = 0;
        for (int i = 0; i <= length; i++) {
            char c = i < length ? text.charAt(i) : ' ';
            if (Letters.isLetterOrDigit(c)) {
                if (isIdeograph(c)) {
                    ideographs++;
                } else if (wordStart < 0) {
                    wordStart = i;
                }
                block.digits += c >= '0' && c <= '9' ? 1 : 0;
            } else if (wordStart >= 0 && !((c == '\'' || c == '’') && i + 1 < length)) {
                words++;
                word(block, text, wordStart, i);
                wordStart = -1;
                mark(block, c, i + 1 < length ? text.charAt(i + 1) : ' ');
            } else {
                mark(block, c, i + 1 < length ? text.charAt(i + 1) : ' ');
            }
        }
        block.words = words + ideographs * WORDS_AN_IDEOGRAPH;
    }

    static boolean isIdeograph(char c) {
        return (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
    }

    private static void word(PageBlock block, String text, int start, int end) {
        char first = text.charAt(start);
        if (Character.isUpperCase(first)) {
            block.capitalised++;
            block.allCaps += end - start > 1 && Character.isUpperCase(text.charAt(end - 1)) ? 1 : 0;
        }
        block.stopWords += STOP_WORDS.contains(text, start, end) ? 1 : 0;
    }

    private static void mark(PageBlock block, char c, char next) {
        if (c == ' ') {
            return;
        }
        switch (c) {
            case ',', '，', '、', '،' -> block.commas++;
            case '.', '!', '?' -> block.sentenceEnds += Character.isLetterOrDigit(next) ? 0 : 1;
            case '。', '！', '？', '؟' -> block.sentenceEnds++;
            case '|', '•', '·', '»', '›', '/', '→', '«', '■', '►', '▶', '>', '_' -> block.separators++;
            default -> {}
        }
    }
}
