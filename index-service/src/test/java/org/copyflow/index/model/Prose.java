package org.copyflow.index.model;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// A text of few words, of which a test can say by itself what it holds: numbers stand for words, the first for English
/// ones, the rest for Chinese characters.
public record Prose(List<Integer> words) {

    private static final List<String> ENGLISH =
            List.of("tunnel", "bank", "school", "river", "train", "ship", "worker", "market", "bridge", "banker");
    private static final String CHINESE = "人工智能手机港口银行";

    /// @param atLeast so many words
    public static Prose random(Random random, int atLeast, int atMost) {
        return new Prose(IntStream.range(0, random.nextInt(atLeast, atMost + 1))
                .mapToObj(_ -> random.nextInt(ENGLISH.size() + CHINESE.length()))
                .toList());
    }

    /// Whether the other stands in this one as a whole.
    public boolean holds(Prose other) {
        return Collections.indexOfSubList(words, other.words) >= 0;
    }

    /// Whether it has a word that begins with the first letters of this English one, or these Chinese characters.
    public boolean holdsBeginning(Prose other, int letters) {
        return other.isChinese()
                ? holds(other)
                : words.stream()
                        .anyMatch(word ->
                                word < ENGLISH.size() && ENGLISH.get(word).startsWith(other.beginning(letters)));
    }

    /// The first letters of an English word, or all of the Chinese characters.
    public String beginning(int letters) {
        return isChinese() ? shown(2) : ENGLISH.get(words.getFirst()).substring(0, letters);
    }

    private boolean isChinese() {
        return words.stream().allMatch(word -> word >= ENGLISH.size());
    }

    /// Whether it can be written without white space inside.
    public boolean isOneStretch() {
        return words.size() == 1 || isChinese();
    }

    /// As people write it.
    ///
    /// @param spelling 0 in capitals, 1 in the plural, else plainly
    public String shown(int spelling) {
        var text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            boolean chinese = words.get(i) >= ENGLISH.size();
            if (i > 0 && !(chinese && words.get(i - 1) >= ENGLISH.size())) {
                text.append(' ');
            }
            text.append(
                    chinese
                            ? String.valueOf(CHINESE.charAt(words.get(i) - ENGLISH.size()))
                            : spelled(ENGLISH.get(words.get(i)), spelling));
        }
        return text.toString();
    }

    private static String spelled(String word, int spelling) {
        return switch (spelling) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 -> word + "s";
            default -> word;
        };
    }
}
