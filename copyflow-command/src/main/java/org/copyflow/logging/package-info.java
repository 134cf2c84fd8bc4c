/// Where logs go: [org.copyflow.logging.Logs]. The formats stand in the resources of this package.
@NullMarked
package org.copyflow.logging;

import org.jspecify.annotations.NullMarked;
