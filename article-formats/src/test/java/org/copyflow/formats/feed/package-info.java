@NullMarked
package org.copyflow.formats.feed;

import org.jspecify.annotations.NullMarked;
