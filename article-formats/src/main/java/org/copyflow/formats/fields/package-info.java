/// What the fields of formats for machines hold: an HTML body, a byline in one string, the code of a subject, a time.
///
/// In goes a field's text; out comes what an article holds: [FragmentBody], [BylineField], [SubjectCode],
/// [MachineTimes]. Shared by the formats that are made of fields (ninjs, NewsML-G2, feeds). Pure functions.
@NullMarked
package org.copyflow.formats.fields;

import org.jspecify.annotations.NullMarked;
