/// The Streams topology: enriched articles enter, what changed in each topic leaves on `topics.feed`, and the views
/// that follow from it on `topics.views`.
///
/// Read [IndexTopology] first. [ArticleProcessor] turns articles into topic events, [ViewProcessor] keeps what the
/// events add up to, in the stores of the package `store`.
@NullMarked
package org.copyflow.index.stream;

import org.jspecify.annotations.NullMarked;
