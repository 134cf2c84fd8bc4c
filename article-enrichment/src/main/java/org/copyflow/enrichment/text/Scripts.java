package org.copyflow.enrichment.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The scripts of the world, each by the language that stands for it. Thread-safe.
final class Scripts {

    static final String LATIN = "Latn";
    private static final String CHINESE = "zh";
    private static final String JAPANESE = "ja";

    /// An ideograph says as much as this many letters.
    private static final int LETTERS_AN_IDEOGRAPH = 3;

    /// Japanese text is rarely poorer in kana than one in this many characters.
    private static final int CHARACTERS_A_KANA = 20;

    private static final List<Block> BLOCKS = new ArrayList<>();
    private static final Map<String, String> SCRIPT_OF_LANGUAGE = new HashMap<>();
    private static final List<String> NAMES;

    /// @param script index of its name
    private record Block(int first, int last, int script) {}

    static {
        var names = new ArrayList<String>();
        for (List<String> line : WordFile.lines("scripts.txt")) {
            String name = line.get(2);
            if (!names.contains(name)) {
                names.add(name);
            }
            BLOCKS.add(new Block(
                    Integer.parseInt(line.get(0), 16), Integer.parseInt(line.get(1), 16), names.indexOf(name)));
            line.subList(2, line.size()).forEach(language -> SCRIPT_OF_LANGUAGE.putIfAbsent(language, name));
        }
        NAMES = List.copyOf(names);
    }

    private Scripts() {}

    /// The script that a language is written in; most are written in Latin letters.
    static String of(String language) {
        return language.equals(LanguageGuess.UNKNOWN)
                ? LanguageGuess.UNKNOWN
                : SCRIPT_OF_LANGUAGE.getOrDefault(language, language.equals(JAPANESE) ? JAPANESE : LATIN);
    }

    /// The script of most of the text's first letters; `und` where there are none.
    static String prevailing(String text, int sampleChars) {
        int[] counts = count(text, Math.min(text.length(), sampleChars));
        int chinese = NAMES.indexOf(CHINESE);
        int japanese = NAMES.indexOf(JAPANESE);
        if (counts[japanese] * CHARACTERS_A_KANA > counts[chinese] + counts[japanese]) {
            counts[japanese] += counts[chinese];
            counts[chinese] = 0;
        }
        counts[chinese] *= LETTERS_AN_IDEOGRAPH;
        counts[japanese] *= LETTERS_AN_IDEOGRAPH;
        int best = 0;
        for (int script = 1; script < counts.length; script++) {
            best = counts[script] > counts[best] ? script : best;
        }
        return counts[best] == 0 ? LanguageGuess.UNKNOWN : NAMES.get(best);
    }

    private static int[] count(String text, int end) {
        int[] counts = new int[NAMES.size()];
        int block = 0;
        for (int at = 0; at < end; ) {
            int codePoint = Characters.codePointAt(text, at);
            at += Character.charCount(codePoint);
            if (codePoint < 128 ? Characters.isAsciiLetter(codePoint) : Character.isLetter(codePoint)) {
                block = blockOf(codePoint, block);
                if (block >= 0) {
                    counts[BLOCKS.get(block).script()]++;
                }
                block = Math.max(0, block);
            }
        }
        return counts;
    }

    /// @param guess the block of the letter before
    private static int blockOf(int codePoint, int guess) {
        if (isIn(BLOCKS.get(guess), codePoint)) {
            return guess;
        }
        for (int block = 0; block < BLOCKS.size(); block++) {
            if (isIn(BLOCKS.get(block), codePoint)) {
                return block;
            }
        }
        return -1;
    }

    private static boolean isIn(Block block, int codePoint) {
        return codePoint >= block.first() && codePoint <= block.last();
    }
}
