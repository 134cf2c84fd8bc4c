/// The document of a service's HTTP API, as it serves it: in goes OpenAPI as YAML, out come the same file and a page
/// for people. [ApiDocument] does it.
@NullMarked
package org.copyflow.kit.document;

import org.jspecify.annotations.NullMarked;
