/// Numbers as written, in digits, words and both, English and Chinese.
///
/// In: pieces. Out: a [Numeral] with its value and where it ends.
@NullMarked
package org.copyflow.enrichment.figures.numbers;

import org.jspecify.annotations.NullMarked;
