package org.copyflow.enrichment.topics;

import org.copyflow.enrichment.text.AnalyzedText;
import org.jspecify.annotations.Nullable;

/// What an article's embedding is made of: its title and the beginning of its text.
public final class TopicText {

    /// Of an embedding, in pieces of words: more costs more and says little that the beginning did not.
    public static final int MAX_TOKENS = 64;

    private static final int MAX_CHARS = 1_500;

    private TopicText() {}

    public static String forEmbedding(@Nullable String title, AnalyzedText body) {
        String text = body.text();
        String start = text.substring(0, Math.min(text.length(), MAX_CHARS));
        return title == null || title.isBlank() ? start : title + (body.isChinese() ? "。" : ". ") + start;
    }
}
