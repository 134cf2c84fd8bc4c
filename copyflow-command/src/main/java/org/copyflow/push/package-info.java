/// Pushing to a running ingest service over HTTP: in go inputs, out come answers in the same order. Read [Pusher].
@NullMarked
package org.copyflow.push;

import org.jspecify.annotations.NullMarked;
