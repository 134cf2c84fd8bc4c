package org.copyflow.benchmarks.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What a newsroom does to the text of an agency. English texts; paragraphs are parted by line breaks.
enum CopyEdit {
    OTHER_BYLINE("other byline, dateline and credit line") {
        @Override
        String edit(String text, String other, Random random) {
            return "By our business staff and agencies\n\n"
                    + text
                    + "\n\nReporting by two correspondents; editing by the night desk. All rights reserved.";
        }
    },
    CUT_TO_60("cut to 60 %") {
        @Override
        String edit(String text, String other, Random random) {
            return head(text, 0.6);
        }
    },
    CUT_TO_35("cut to 35 %") {
        @Override
        String edit(String text, String other, Random random) {
            return head(text, 0.35);
        }
    },
    WORDS_CHANGED("10 % of words changed") {
        @Override
        String edit(String text, String other, Random random) {
            String[] words = text.split(" ", -1);
            String[] others = words(other);
            for (int i = 0; i < words.length; i++) {
                if (random.nextInt(10) == 0) {
                    words[i] = others[random.nextInt(others.length)];
                }
            }
            return String.join(" ", words);
        }
    },
    QUARTER_REWRITTEN("a quarter of the sentences rewritten") {
        @Override
        String edit(String text, String other, Random random) {
            return rewritten(text, other, random, false);
        }
    },
    QUARTER_UPDATED("a quarter in one piece rewritten") {
        @Override
        String edit(String text, String other, Random random) {
            return rewritten(text, other, random, true);
        }
    };

    private final String label;

    CopyEdit(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /// @param other a text from which words and sentences are taken that this one has not
    abstract String edit(String text, String other, Random random);

    private static String head(String text, double share) {
        String[] words = words(text);
        return String.join(" ", Arrays.copyOf(words, (int) Math.ceil(words.length * share)));
    }

    private static String rewritten(String text, String other, Random random, boolean inOnePiece) {
        List<String> sentences = new ArrayList<>(List.of(sentences(text)));
        String[] others = sentences(other);
        int count = Math.max(1, sentences.size() / 4);
        int first = random.nextInt(sentences.size() - count + 1);
        for (int i = 0; i < count; i++) {
            int at = inOnePiece ? first + i : Math.min(sentences.size() - 1, 4 * i + random.nextInt(4));
            sentences.set(at, others[random.nextInt(others.length)]);
        }
        return String.join(" ", sentences);
    }

    private static String[] words(String text) {
        return text.split("\\s+", -1);
    }

    private static String[] sentences(String text) {
        return text.split("(?<=[.!?]”?\"?)\\s+", -1);
    }
}
