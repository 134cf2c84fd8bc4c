package org.copyflow.enrichment.figures.units;

import java.math.BigDecimal;

/// A unit that was found.
///
/// @param end the piece after its last
/// @param factor what the number is to be multiplied by: the millions of `MUSD`; else 1
public record UnitMatch(Unit unit, int end, BigDecimal factor) {

    UnitMatch(Unit unit, int end) {
        this(unit, end, BigDecimal.ONE);
    }
}
