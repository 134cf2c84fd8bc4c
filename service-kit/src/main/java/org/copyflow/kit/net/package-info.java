/// Talking to addresses that strangers name: which may be connected to, and when to come back.
@NullMarked
package org.copyflow.kit.net;

import org.jspecify.annotations.NullMarked;
