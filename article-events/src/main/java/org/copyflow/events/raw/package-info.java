/// What was pushed, and what became of it.
///
/// [RawArticle] is a pushed document on its way into enrichment, [DeadLetter] one that could not be read,
/// [Replay] that one was put back, [ArticleOutcome] the one word under which each raw record left enrichment,
/// [ArticleIndexed] that the views show what it made, [ArticleDelivery] how many subscribers had it. A [RawPlace]
/// ties them together.
@NullMarked
package org.copyflow.events.raw;

import org.jspecify.annotations.NullMarked;
