package org.copyflow.embeddings;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Embeddings as long as the model runs on this machine and there is time for them. Where the model fails, that is
/// logged once and there are none from then on: who asks must do without. Thread-safe.
public final class BestEffortEmbeddings {

    private static final Logger LOG = LoggerFactory.getLogger(BestEffortEmbeddings.class);

    private final Embeddings embeddings;
    private final EmbeddingBudget budget;
    private final String without;
    private volatile boolean failed;

    /// @param budget how much time they may take
    /// @param without what is done without embeddings, for the log: `topics are told by words alone`
    public BestEffortEmbeddings(Embeddings embeddings, EmbeddingBudget budget, String without) {
        this.embeddings = embeddings;
        this.budget = budget;
        this.without = without;
    }

    /// The embedding of a text's beginning; absent where there is none.
    public float @Nullable [] of(String text) {
        if (failed || !budget.grant()) {
            return null;
        }
        long begun = System.nanoTime();
        try {
            return embeddings.of(text);
        } catch (IllegalStateException e) {
            failed = true;
            LOG.warn("From now on {}: {}", without, e.getMessage(), e);
            return null;
        } finally {
            budget.spend(System.nanoTime() - begun);
        }
    }
}
