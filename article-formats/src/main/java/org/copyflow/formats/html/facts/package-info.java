/// What a page states about its article: title, bylines, times, section, publisher, language, canonical URL.
///
/// In go the parsed page and its outline, out comes [PageFacts], each fact with the signal it was taken from.
@NullMarked
package org.copyflow.formats.html.facts;

import org.jspecify.annotations.NullMarked;
