/// What consumers get of the whole: views, search and streams over a real broker, held against plain models.
@NullMarked
package org.copyflow.reading;

import org.jspecify.annotations.NullMarked;
