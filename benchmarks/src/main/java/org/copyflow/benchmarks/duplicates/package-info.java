/// How well near-duplicates are told: [CopyDetection] edits texts as newsrooms edit wire copy ([CopyEdit]) and
/// looks which are found again, and which texts that are different are taken for copies.
@NullMarked
package org.copyflow.benchmarks.duplicates;

import org.jspecify.annotations.NullMarked;
