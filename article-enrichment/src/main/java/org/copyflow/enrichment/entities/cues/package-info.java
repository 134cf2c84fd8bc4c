/// What tells of which kind a name is: the nouns beside it, the words in it, an acronym in brackets after it.
///
/// In: an analyzed text and where a name stands. Out: its kind, where a rule of the language is sure. Read [NounCues].
@NullMarked
package org.copyflow.enrichment.entities.cues;

import org.jspecify.annotations.NullMarked;
