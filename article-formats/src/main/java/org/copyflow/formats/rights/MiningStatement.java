package org.copyflow.formats.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copyflow.events.article.DataMining;
import org.jspecify.annotations.Nullable;

/// A statement of whether machines may mine an article.
///
/// @param term the address of PLUS' term, where the statement is one
public record MiningStatement(DataMining mining, @Nullable String term) {

    /// Where PLUS keeps its terms.
    private static final String VOCABULARY = "http://ns.useplus.org/ldf/vocab/";

    private static final Pattern TERM = Pattern.compile("\\bDMI-[A-Z]+(?:-[A-Z]+)*");

    /// The terms of `plus:DataMining` (PLUS LDF 2.0.1), which ninjs and NewsML-G2 share with pictures; the one for
    /// "unspecified" says nothing.
    private static final Map<String, DataMining> TERMS = Map.of(
            "DMI-ALLOWED", DataMining.ALLOWED,
            "DMI-PROHIBITED", DataMining.PROHIBITED,
            "DMI-PROHIBITED-AIMLTRAINING", DataMining.PROHIBITED_TRAINING,
            "DMI-PROHIBITED-GENAIMLTRAINING", DataMining.PROHIBITED_GENERATIVE_TRAINING,
            "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING", DataMining.PROHIBITED_EXCEPT_SEARCH,
            "DMI-PROHIBITED-SEECONSTRAINT", DataMining.PROHIBITED_EXCEPT_TERMS,
            "DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR", DataMining.PROHIBITED_EXCEPT_TERMS,
            "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR", DataMining.PROHIBITED_EXCEPT_TERMS);

    /// What keeps an article from models, as sites write it among the words for robots. Nothing of it is said of
    /// mining for other ends.
    private static final String NO_AI = "noai";

    /// The first term of PLUS' vocabulary in a text, be it the term alone, its address, its qcode, or a rights
    /// expression around it; absent where none is known. A term that forbids and is not known forbids all.
    public static @Nullable MiningStatement ofTerm(@Nullable String text) {
        Matcher found = TERM.matcher(text == null ? "" : text);
        while (found.find()) {
            String term = found.group();
            DataMining mining = TERMS.get(term);
            if (mining == null && term.startsWith("DMI-PROHIBITED-")) {
                mining = DataMining.PROHIBITED;
            }
            if (mining != null) {
                return new MiningStatement(mining, VOCABULARY + term);
            }
        }
        return null;
    }

    /// What a rights expression says of mining; absent where it says nothing of it.
    public static @Nullable MiningStatement ofExpression(@Nullable String expression) {
        MiningStatement term = ofTerm(expression);
        return term != null || expression == null ? term : OdrlPolicy.mining(expression);
    }

    /// TDMRep (W3C community group report, 2024): `1` reserves, `0` does not; a policy says under which terms it is
    /// allowed all the same.
    public static @Nullable MiningStatement ofReservation(@Nullable String value, @Nullable String policy) {
        return switch (value == null ? "" : value.strip()) {
            case "0" -> new MiningStatement(DataMining.ALLOWED, null);
            case "1" ->
                new MiningStatement(policy == null ? DataMining.PROHIBITED : DataMining.PROHIBITED_EXCEPT_TERMS, null);
            default -> null;
        };
    }

    /// @param words those for robots, separated by commas
    public static @Nullable MiningStatement ofRobots(@Nullable String words) {
        boolean noAi = words != null
                && Arrays.stream(words.toLowerCase(Locale.ROOT).split(",", -1))
                        .anyMatch(word -> word.strip().equals(NO_AI));
        return noAi ? new MiningStatement(DataMining.PROHIBITED_TRAINING, null) : null;
    }
}
