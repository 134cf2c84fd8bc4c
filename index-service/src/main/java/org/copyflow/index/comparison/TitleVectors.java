package org.copyflow.index.comparison;

import java.util.Map;
import java.util.stream.Collectors;
import org.copyflow.embeddings.BestEffortEmbeddings;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.embeddings.Embeddings;
import org.copyflow.index.stories.StoryText;
import org.jspecify.annotations.Nullable;

/// Embeddings of headlines, for stories, of the languages that have a model. Where there is none, or it cannot be
/// run, stories go by words alone; so does a headline for which there is no time. Thread-safe.
public final class TitleVectors {

    private final Map<String, BestEffortEmbeddings> embeddings;

    /// @param byLanguage the model of each language's sentences, for which [org.copyflow.index.stories.StoryModel]
    ///     has settings; none where stories shall go by words alone
    /// @param budget how much time embeddings may take, all together
    public TitleVectors(Map<String, Embeddings> byLanguage, EmbeddingBudget budget) {
        embeddings = byLanguage.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        model -> new BestEffortEmbeddings(
                                model.getValue(), budget, "stories in " + model.getKey() + " go by words alone")));
    }

    /// The embedding of a headline, each number a byte; absent where it has none.
    public byte @Nullable [] of(String language, @Nullable String title) {
        BestEffortEmbeddings model = embeddings.get(language);
        if (model == null || title == null) {
            return null;
        }
        float[] vector = model.of(title);
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
