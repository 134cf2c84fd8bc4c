/// A trained tagger of names in Chinese.
///
/// In: an analyzed text and a model of names. Out: the stretches of characters that are names, each with its kind. The
/// tagger looks at characters, at the likeliest words that they make, and at the longest words that are known. Read
/// [ChineseTagger].
@NullMarked
package org.copyflow.enrichment.entities.chinese;

import org.jspecify.annotations.NullMarked;
