/// Texts as vectors: a text enters, its embedding leaves, so that what means the same lies near. Read [Embeddings].
///
/// [OnnxEmbeddings] runs a [SentenceModel] in this process. Nothing is fetched: the models come in jars.
@NullMarked
package org.copyflow.embeddings;

import org.jspecify.annotations.NullMarked;
