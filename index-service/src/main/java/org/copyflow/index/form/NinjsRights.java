package org.copyflow.index.form;

import java.util.Objects;
import org.copyflow.events.article.DataMining;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Rights;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An article's rights as ninjs has them. Its `rightsInfo` holds either a rights expression or the address of one:
/// what is said of mining becomes an expression of PLUS' term, since ninjs has no field for it; else the policy or
/// the licence is the address.
final class NinjsRights {

    private static final String PLUS = "http://ns.useplus.org/ldf/xmp/1.0/";
    private static final String VOCABULARY = "http://ns.useplus.org/ldf/vocab/";

    private NinjsRights() {}

    static void add(@Nullable Rights rights, ObjectNode item) {
        if (rights == null) {
            return;
        }
        put(item, "copyrightHolder", rights.copyrightHolder());
        put(item, "copyrightNotice", rights.copyrightNotice());
        put(item, "usageTerms", rights.usageTerms());
        DataMining mining = rights.dataMining();
        String address = rights.policy() == null ? rights.licence() : rights.policy();
        if (mining != null) {
            String term = Objects.requireNonNullElse(rights.dataMiningTerm(), term(mining));
            ObjectNode expression = JsonNodeFactory.instance.objectNode().put("plus:DataMining", term);
            item.putObject("rightsInfo").put("langId", PLUS).put("encodedRights", expression.toString());
        } else if (address != null && LeadImage.isWebAddress(address)) {
            item.putObject("rightsInfo").put("linkedRights", address);
        }
    }

    /// PLUS' term for what was stated in another way.
    private static String term(DataMining mining) {
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

    private static void put(ObjectNode item, String field, @Nullable String value) {
        if (value != null) {
            item.put(field, value);
        }
    }
}
