/// Tokens, sentences and languages of news text, trap by trap.
@NullMarked
package org.copyflow.enrich.text;

import org.jspecify.annotations.NullMarked;
