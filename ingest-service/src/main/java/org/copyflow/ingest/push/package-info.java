/// What may come in: the checks that are cheap enough to make before an article is accepted, and its identity.
///
/// In go the bytes as pushed, their media type and what the caller says of them ([PushParameters]); out come raw
/// articles with a name each, or a [org.copyflow.kit.server.ProblemException] for one of the reasons in [Refusal].
/// [Intake] does it; read it first.
@NullMarked
package org.copyflow.ingest.push;

import org.jspecify.annotations.NullMarked;
