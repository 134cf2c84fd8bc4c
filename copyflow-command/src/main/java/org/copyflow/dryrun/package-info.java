/// Enrichment without Kafka: files or batch lines in, one JSON line an input out, in input order. Read [DryRun].
@NullMarked
package org.copyflow.dryrun;

import org.jspecify.annotations.NullMarked;
