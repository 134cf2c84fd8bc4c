/// A trained tagger of names in languages that write them with capitals.
///
/// In: an analyzed text and a [NameModel]. Out: the stretches that are names, each with its [NameKind]. A linear-chain
/// conditional random field (Lafferty, McCallum, Pereira, ICML 2001) that looks only at stretches with capitals, so
/// that most words cost nothing. Read [NameTagger]. `docs/annotations.md` tells how the model is trained.
@NullMarked
package org.copyflow.enrichment.entities.tagging;

import org.jspecify.annotations.NullMarked;
