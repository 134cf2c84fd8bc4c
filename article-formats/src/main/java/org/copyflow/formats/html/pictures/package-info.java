/// The lead image of a page: what the page states for its article, and the pictures in its body, go in; one picture
/// with its address resolved and what is said of it leaves. Read [LeadImages] first.
@NullMarked
package org.copyflow.formats.html.pictures;

import org.jspecify.annotations.NullMarked;
