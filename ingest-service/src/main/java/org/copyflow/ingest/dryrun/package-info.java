/// What pushed articles would come to, without publishing them.
///
/// In go raw articles as `push` makes them, out comes a [FirstPush.Result]: their items with the outcome and the
/// warnings of each, and the enriched articles. [FirstPush] does it, with enrichment's own code; [DryRuns] bounds how
/// many are under way and how long they may take, and loads the models when the first is asked for.
@NullMarked
package org.copyflow.ingest.dryrun;

import org.jspecify.annotations.NullMarked;
