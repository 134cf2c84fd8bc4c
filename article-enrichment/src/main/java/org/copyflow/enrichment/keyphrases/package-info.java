/// The phrases that an article is about: [KeyphraseAnnotator].
///
/// [WordPhrases] finds them in languages that put spaces between words, [CharacterPhrases] in Chinese and Japanese.
/// Both give [Phrase]s with a score, of which [PhraseChoice] keeps the best that do not repeat each other.
@NullMarked
package org.copyflow.enrichment.keyphrases;

import org.jspecify.annotations.NullMarked;
