@NullMarked
package org.copyflow.index.page.topic;

import org.jspecify.annotations.NullMarked;
