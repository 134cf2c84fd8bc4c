/// Who and what an article names: persons, organisations, places and events, each with all its mentions.
///
/// In: an analyzed article. Out: its entities, the most salient first. Read [EntityAnnotator].
@NullMarked
package org.copyflow.enrichment.entities;

import org.jspecify.annotations.NullMarked;
