/// HTTP set-up that all services share: one server, health, metrics, and errors as problem details (RFC 9457).
///
/// [HttpServer] makes the server; [ProblemException] is how a handler refuses a request.
@NullMarked
package org.copyflow.kit.server;

import org.jspecify.annotations.NullMarked;
