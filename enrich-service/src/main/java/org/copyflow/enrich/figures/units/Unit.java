package org.copyflow.enrich.figures.units;

import org.copyflow.events.article.Figure;

/// A unit.
///
/// @param code what figures call it: ISO 4217, a common symbol, or a plain English name
/// @param kind what it measures in
public record Unit(String code, Figure.Kind kind) {

    public boolean isMoney() {
        return kind == Figure.Kind.MONEY;
    }

    /// Does it measure time?
    public boolean isTime() {
        return kind == Figure.Kind.DURATION;
    }

    /// A coin, as a cent, of a currency.
    public boolean isCoin() {
        return isMoney() && code.indexOf(' ') > 0;
    }

    /// This for each of something.
    Unit per(String what) {
        return new Unit(code + "/" + what, kind);
    }
}
