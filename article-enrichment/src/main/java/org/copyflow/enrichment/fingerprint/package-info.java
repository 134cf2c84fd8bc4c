/// What tells articles with the same words: [org.copyflow.enrichment.fingerprint.FingerprintAnnotator] those
/// that differ in layout only, [org.copyflow.enrichment.fingerprint.SketchAnnotator] those that differ in a part
/// of their words.
@NullMarked
package org.copyflow.enrichment.fingerprint;

import org.jspecify.annotations.NullMarked;
