/// Counts over the text: words, sentences, paragraphs, how long it takes to read and how hard that is.
@NullMarked
package org.copyflow.enrichment.statistics;

import org.jspecify.annotations.NullMarked;
