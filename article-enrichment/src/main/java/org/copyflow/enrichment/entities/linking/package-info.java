/// Which one a name means, where it is sure: ids of GeoNames for cities, of Wikidata for well-known organisations.
///
/// In: the entities of an article. Out: the same with ids. Read [EntityLinks].
@NullMarked
package org.copyflow.enrichment.entities.linking;

import org.jspecify.annotations.NullMarked;
