@NullMarked
package org.copyflow.index.http.topic;

import org.jspecify.annotations.NullMarked;
