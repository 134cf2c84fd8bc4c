@NullMarked
package org.copyflow.index.feed;

import org.jspecify.annotations.NullMarked;
