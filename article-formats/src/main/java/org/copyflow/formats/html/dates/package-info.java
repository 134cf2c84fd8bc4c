/// Dates in texts and addresses, as exactly as they are stated. Read [DateText].
@NullMarked
package org.copyflow.formats.html.dates;

import org.jspecify.annotations.NullMarked;
