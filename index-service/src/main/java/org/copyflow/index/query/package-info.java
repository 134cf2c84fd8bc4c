/// Questions to the index, answered from the topology's stores.
///
/// [TopicStore] and [ArticleStore] are what the rest of the service asks; [StreamsTopicStore] and [StreamsArticleStore]
/// answer from the stores that this instance holds. Where those cannot answer, restoring or held by another instance,
/// they say so with [StoresUnavailableException] and never with a wrong "there is none".
@NullMarked
package org.copyflow.index.query;

import org.jspecify.annotations.NullMarked;
