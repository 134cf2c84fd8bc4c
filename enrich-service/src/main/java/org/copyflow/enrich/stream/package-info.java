/// The topology around the enrichment library: raw documents in; enriched articles, dead letters and outcomes out.
///
/// [EnrichTopology] is the map. [ArticleTask] carries out what the copy desk of `decision` decides: a departure for
/// each raw record, exactly one. What came before is in the store `documents` ([DocumentState], one a document);
/// articles under embargo wait in the store `held` ([HeldArticles]) in the order of their times.
///
/// How records are counted: every record of `articles.raw` gives one record on `articles.outcomes` when it is
/// processed, and one count in `copyflow_enrich_articles_total{source,outcome}`. A held record gives a second one, with
/// the same partition and offset, when it leaves its hold: `published` when its time has come, `stale` when a newer
/// version or a kill took its place. These are counted in `copyflow_enrich_hold_ends_total{source,outcome}` alone, so
/// the sum of the first counter is what came in.
@NullMarked
package org.copyflow.enrich.stream;

import org.jspecify.annotations.NullMarked;
