@NullMarked
package org.copyflow.index.http;

import org.jspecify.annotations.NullMarked;
