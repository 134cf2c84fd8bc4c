package org.copyflow.enrichment.quotes;

/// A stretch between quotation marks.
///
/// @param start where the words begin, after the mark
/// @param end where they end, before the mark
/// @param block the block it stands in
/// @param continuesEarlier it goes on a quotation that the paragraph before left open
record QuotedSpan(int start, int end, int block, boolean continuesEarlier) {}
