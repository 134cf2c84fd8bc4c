/// Text without tags: what a scraper leaves of a page, and pages of a printed paper. Read [PlainTextReader].
@NullMarked
package org.copyflow.formats.text;

import org.jspecify.annotations.NullMarked;
