package org.copyflow.index.comparison;

import org.copyflow.embeddings.BestEffortEmbeddings;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.embeddings.Embeddings;
import org.copyflow.index.stories.StoryText;
import org.jspecify.annotations.Nullable;

/// Embeddings of headlines, for stories. English only: the stories' settings were chosen for that model. Where
/// the model cannot be run, stories go by words alone; so does a headline for which there is no time. Thread-safe.
public final class TitleVectors {

    private static final String LANGUAGE = "en";

    private final @Nullable BestEffortEmbeddings embeddings;

    /// @param embeddings the model of English sentences; absent where stories shall go by words alone
    /// @param budget how much time embeddings may take
    public TitleVectors(@Nullable Embeddings embeddings, EmbeddingBudget budget) {
        this.embeddings =
                embeddings == null ? null : new BestEffortEmbeddings(embeddings, budget, "stories go by words alone");
    }

    /// The embedding of a headline, each number a byte; absent where it has none.
    public byte @Nullable [] of(String language, @Nullable String title) {
        if (embeddings == null || title == null || !language.equals(LANGUAGE)) {
            return null;
        }
        float[] vector = embeddings.of(title);
        return vector == null ? null : bytes(vector);
    }

    private static byte[] bytes(float[] vector) {
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(vector[i] * StoryText.VECTOR_LENGTH);
        }
        return bytes;
    }
}
