@NullMarked
package org.copyflow.index.topic;

import org.jspecify.annotations.NullMarked;
