/// A hash of an article's words, whatever their layout. Read [org.copyflow.enrich.fingerprint.FingerprintAnnotator].
@NullMarked
package org.copyflow.enrich.fingerprint;

import org.jspecify.annotations.NullMarked;
