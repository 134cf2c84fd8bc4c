package org.copyflow.enrichment.figures.units;

import org.copyflow.events.article.Figure;

/// A unit.
///
/// @param code what figures call it: ISO 4217, a common symbol, or a plain English name
/// @param kind what it measures in
/// @param isCoin whether it is a coin, as a cent, of a currency
public record Unit(String code, Figure.Kind kind, boolean isCoin) {

    private static final String COIN = "coin ";

    public Unit(String code, Figure.Kind kind) {
        this(code, kind, false);
    }

    /// The unit of a line of the tables, where `coin cent` is a coin.
    static Unit listed(String code, Figure.Kind kind) {
        boolean coin = code.startsWith(COIN);
        return new Unit(coin ? code.substring(COIN.length()) : code, kind, coin);
    }

    public boolean isMoney() {
        return kind == Figure.Kind.MONEY;
    }

    /// Does it measure time?
    public boolean isTime() {
        return kind == Figure.Kind.DURATION;
    }

    /// This for each of something.
    Unit per(String what) {
        return new Unit(code + "/" + what, kind, isCoin);
    }
}
