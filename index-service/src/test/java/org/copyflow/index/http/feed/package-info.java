@NullMarked
package org.copyflow.index.http.feed;

import org.jspecify.annotations.NullMarked;
