package org.copyflow.enrichment.topics.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.copyflow.enrichment.entities.tagging.WordHashes;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.enrichment.text.Tokens.Kind;
import org.copyflow.events.article.Block;
import org.jspecify.annotations.Nullable;

/// The words of an article as hashes, with how often each comes up: in English words without their common endings, in
/// Chinese one to three characters that follow each other. The title counts more. Immutable.
public final class TopicFeatures {

    private static final int TITLE_TIMES = 2;
    private static final int MAX_TOKENS = 3_000;
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_GRAM = 3;
    private static final String[] ENDINGS = {"'s", "\u2019s", "ies", "es", "s", "ing", "ed"};

    private final int[] hashes;
    private final int[] counts;
    private final int size;

    private TopicFeatures(int[] all, int count) {
        Arrays.sort(all, 0, count);
        hashes = new int[count];
        counts = new int[count];
        int last = -1;
        for (int i = 0; i < count; i++) {
            if (last < 0 || hashes[last] != all[i]) {
                hashes[++last] = all[i];
            }
            counts[last]++;
        }
        size = last + 1;
    }

    public static TopicFeatures of(@Nullable String title, AnalyzedText body) {
        var collected = new Collected();
        titleOf(title, body).ifPresent(heading -> {
            for (int time = 0; time < TITLE_TIMES; time++) {
                collected.addAll(heading.text(), heading.tokens(), body.isChinese());
            }
        });
        collected.addAll(body.text(), body.tokens(), body.isChinese());
        return new TopicFeatures(collected.hashes, collected.count);
    }

    /// An article's title, read in the language of its text; empty where it has none.
    public static Optional<AnalyzedText> titleOf(@Nullable String title, AnalyzedText body) {
        return Optional.ofNullable(title)
                .filter(it -> !it.isBlank())
                .map(it -> new TextAnalyzer()
                        .analyze(it, List.of(new Block(Block.Type.HEADING, 0, it.length())), body.language()));
    }

    /// How many different ones there are.
    public int size() {
        return size;
    }

    public int hash(int feature) {
        return hashes[feature];
    }

    /// How often it comes up.
    public int count(int feature) {
        return counts[feature];
    }

    /// The hash of a token as a feature.
    static int hashOf(String text, Tokens tokens, int token) {
        int start = tokens.start(token);
        int end = tokens.end(token);
        return WordHashes.of(text, start, tokens.kind(token) == Kind.WORD ? stemEnd(text, start, end) : end);
    }

    private static int stemEnd(String text, int start, int end) {
        for (String ending : ENDINGS) {
            int stem = end - ending.length();
            if (stem - start >= SHORTEST_STEM && text.startsWith(ending, stem)) {
                return stem;
            }
        }
        return end;
    }

    static int joined(int before, int hash) {
        return before * 31 + hash * 0x85EBCA6B;
    }

    /// Hashes in the order of the text.
    private static final class Collected {
        private int[] hashes = new int[1024];
        private int count;

        private void add(int hash) {
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, count * 2);
            }
            hashes[count++] = hash;
        }

        private void addAll(String text, Tokens tokens, boolean chinese) {
            int end = Math.min(tokens.count(), MAX_TOKENS);
            var last = new int[LONGEST_GRAM];
            int run = 0;
            for (int token = 0; token < end; token++) {
                boolean ideograph = tokens.kind(token) == Kind.IDEOGRAPH;
                boolean word = tokens.kind(token) == Kind.WORD && tokens.length(token) > 1;
                if (!ideograph && !word) {
                    run = 0;
                    continue;
                }
                int hash = hashOf(text, tokens, token);
                add(hash);
                int grams = chinese ? LONGEST_GRAM : 1;
                int joined = hash;
                for (int before = 1; before <= Math.min(run, grams - 1); before++) {
                    joined = joined(last[before - 1], joined);
                    add(joined);
                }
                System.arraycopy(last, 0, last, 1, LONGEST_GRAM - 1);
                last[0] = hash;
                run++;
            }
        }
    }
}
