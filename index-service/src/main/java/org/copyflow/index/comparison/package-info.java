/// The processor that compares the articles of a language with one another: [ComparisonProcessor]. Article
/// digests enter, what articles have to do with each other and stories leave; the comparing itself is in the
/// packages `duplicates` and `stories`.
@NullMarked
package org.copyflow.index.comparison;

import org.jspecify.annotations.NullMarked;
