@NullMarked
package org.copyflow.broker;

import org.jspecify.annotations.NullMarked;
