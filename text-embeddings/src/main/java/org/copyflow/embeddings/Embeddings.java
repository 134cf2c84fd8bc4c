package org.copyflow.embeddings;

/// Gives a text its embedding. Thread-safe.
public interface Embeddings extends AutoCloseable {

    /// How many numbers an embedding has.
    int dimensions();

    /// The embedding of a text's beginning, of length 1: the dot product of two is the cosine between them.
    ///
    /// @throws IllegalStateException where the model cannot be run on this machine, or after [#close]
    float[] of(String text);

    /// Gives the memory of the model back; [#of] cannot be called any more.
    @Override
    void close();
}
