/// Saved queries over HTTP: saved, listed, deleted.
@NullMarked
package org.copyflow.index.http.saved;

import org.jspecify.annotations.NullMarked;
