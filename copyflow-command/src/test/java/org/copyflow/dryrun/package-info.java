/// What a dry run says of the samples.
@NullMarked
package org.copyflow.dryrun;

import org.jspecify.annotations.NullMarked;
