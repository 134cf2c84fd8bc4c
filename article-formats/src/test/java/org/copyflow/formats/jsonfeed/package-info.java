/// What is read of JSON feeds.
@NullMarked
package org.copyflow.formats.jsonfeed;

import org.jspecify.annotations.NullMarked;
