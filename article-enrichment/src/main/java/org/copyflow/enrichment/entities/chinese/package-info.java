/// Cuts Chinese into words, with persons' names found on the way.
///
/// In: a stretch of Chinese characters. Out: the likeliest words, each with its [Word.Kind]. Read [ChineseWords].
@NullMarked
package org.copyflow.enrichment.entities.chinese;

import org.jspecify.annotations.NullMarked;
