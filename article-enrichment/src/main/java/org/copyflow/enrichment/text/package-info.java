/// The text once for all annotators: language, tokens and sentences, with offsets.
///
/// [AnalyzedText] is what annotators see; [TextAnalyzer] makes it in one pass.
@NullMarked
package org.copyflow.enrichment.text;

import org.jspecify.annotations.NullMarked;
