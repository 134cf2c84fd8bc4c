/// Enrichment without Kafka: files or batch lines in; out, in input order, one JSON line an input that tells what a
/// first push of it would come to. Read [DryRun].
@NullMarked
package org.copyflow.dryrun;

import org.jspecify.annotations.NullMarked;
