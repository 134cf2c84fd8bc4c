/// Tokens, sentences and languages of news text, trap by trap.
@NullMarked
package org.copyflow.enrichment.text;

import org.jspecify.annotations.NullMarked;
