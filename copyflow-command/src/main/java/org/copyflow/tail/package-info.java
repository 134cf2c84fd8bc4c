/// Following a running index service's events over HTTP (SSE): [EventStream] connects and resumes, [ServerEvent] is
/// what it hands out, [EventText] shows it to people.
@NullMarked
package org.copyflow.tail;

import org.jspecify.annotations.NullMarked;
