/// Whose an article is and what may be done with it, out of what formats and pages state.
///
/// In go the statements of a source, in any order; out comes one [org.copyflow.events.article.Rights].
/// [StatedRights] gathers them and is what to read first; [MiningStatement] reads the ways in which sources say
/// whether machines may mine: PLUS' vocabulary, rights expressions of ODRL, TDMRep, words for robots.
@NullMarked
package org.copyflow.formats.rights;

import org.jspecify.annotations.NullMarked;
