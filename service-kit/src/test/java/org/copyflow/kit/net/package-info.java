@NullMarked
package org.copyflow.kit.net;

import org.jspecify.annotations.NullMarked;
