@NullMarked
package org.copyflow.index.webhooks;

import org.jspecify.annotations.NullMarked;
