/// What an article quotes, and who is quoted.
///
/// In: an analyzed article and its entities. Out: its quotations in order. Read [QuoteAnnotator].
@NullMarked
package org.copyflow.enrichment.quotes;

import org.jspecify.annotations.NullMarked;
