package org.copyflow.index.form;

import org.copyflow.events.article.DataMining;
import org.copyflow.events.article.Rights;
import org.jspecify.annotations.Nullable;

/// Whether machines may mine an article, as a term of PLUS' vocabulary.
public final class MiningTerm {

    private static final String VOCABULARY = "http://ns.useplus.org/ldf/vocab/";

    private MiningTerm() {}

    /// The term's address, the one that was stated where it was one; absent where nothing was stated.
    public static @Nullable String of(Rights rights) {
        DataMining mining = rights.dataMining();
        if (mining == null || rights.dataMiningTerm() != null) {
            return mining == null ? null : rights.dataMiningTerm();
        }
        return VOCABULARY
                + switch (mining) {
                    case PROHIBITED -> "DMI-PROHIBITED";
                    case PROHIBITED_EXCEPT_TERMS -> "DMI-PROHIBITED-SEECONSTRAINT";
                    case PROHIBITED_EXCEPT_SEARCH -> "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING";
                    case PROHIBITED_TRAINING -> "DMI-PROHIBITED-AIMLTRAINING";
                    case PROHIBITED_GENERATIVE_TRAINING -> "DMI-PROHIBITED-GENAIMLTRAINING";
                    case ALLOWED -> "DMI-ALLOWED";
                };
    }
}
