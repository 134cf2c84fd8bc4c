/// A hash of an article's words, whatever their layout. Read
/// [org.copyflow.enrichment.fingerprint.FingerprintAnnotator].
@NullMarked
package org.copyflow.enrichment.fingerprint;

import org.jspecify.annotations.NullMarked;
