/// Word lists, as resource files hold them, ready to be found in tokens.
///
/// In: resource files of lines. Out: [PhraseTable], which finds phrases of words or characters without making strings.
@NullMarked
package org.copyflow.enrichment.lexicon;

import org.jspecify.annotations.NullMarked;
