/// The text cut finer than tokens, for numbers: words parted at hyphens and digits, `RM23.50` into `RM` and `23.50`.
///
/// Read [Pieces].
@NullMarked
package org.copyflow.enrichment.figures.pieces;

import org.jspecify.annotations.NullMarked;
