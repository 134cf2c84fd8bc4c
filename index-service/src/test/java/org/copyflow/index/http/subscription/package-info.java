@NullMarked
package org.copyflow.index.http.subscription;

import org.jspecify.annotations.NullMarked;
