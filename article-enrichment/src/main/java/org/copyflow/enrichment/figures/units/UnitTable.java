package org.copyflow.enrichment.figures.units;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.events.article.Figure;

/// The units and currencies of the resource files, by names and by symbols. Immutable.
///
/// @param names names in any case
/// @param symbols symbols, in the case that tells `mW` from `MW`
/// @param prefixes marks and codes that stand before an amount of money
/// @param chinese Chinese names
record UnitTable(
        PhraseTable<Unit> names, Map<String, Unit> symbols, Map<String, Unit> prefixes, PhraseTable<Unit> chinese) {

    private static final String BETWEEN_NAMES = "\\|";

    static UnitTable read() {
        var names = new PhraseTable.Builder<Unit>();
        var symbols = new HashMap<String, Unit>();
        var prefixes = new HashMap<String, Unit>();
        for (String line : WordLists.lines(UnitTable.class, "units.txt")) {
            String[] fields = line.split("\t", -1);
            Unit unit = new Unit(fields[0], kind(fields[1]));
            addNames(names, fields[2], unit);
            addSymbols(symbols, fields, 3, unit);
        }
        for (String line : WordLists.lines(UnitTable.class, "currencies.txt")) {
            String[] fields = line.split("\t", -1);
            Unit unit = Unit.listed(fields[0], Figure.Kind.MONEY);
            addNames(names, fields[1], unit);
            addSymbols(symbols, fields, 2, unit);
            addSymbols(symbols, fields, 3, unit);
            addSymbols(prefixes, fields, 2, unit);
            addSymbols(prefixes, fields, 3, unit);
        }
        var chinese = new PhraseTable.Builder<Unit>();
        for (String line : WordLists.lines(UnitTable.class, "units-zh.txt")) {
            String[] fields = line.split("\t", -1);
            addNames(chinese, fields[2], Unit.listed(fields[0], kind(fields[1])));
        }
        return new UnitTable(names.build(), Map.copyOf(symbols), Map.copyOf(prefixes), chinese.build());
    }

    private static void addNames(PhraseTable.Builder<Unit> table, String names, Unit unit) {
        for (String name : names.split(BETWEEN_NAMES, -1)) {
            if (!name.isEmpty()) {
                table.add(name, unit);
            }
        }
    }

    private static void addSymbols(Map<String, Unit> table, String[] fields, int field, Unit unit) {
        if (field >= fields.length) {
            return;
        }
        for (String symbol : fields[field].split(BETWEEN_NAMES, -1)) {
            if (!symbol.isEmpty()) {
                table.put(symbol, unit);
            }
        }
    }

    private static Figure.Kind kind(String name) {
        return Figure.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
