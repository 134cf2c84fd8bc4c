package org.copyflow.index.form;

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

    private NinjsRights() {}

    static void add(@Nullable Rights rights, ObjectNode item) {
        if (rights == null) {
            return;
        }
        put(item, "copyrightHolder", rights.copyrightHolder());
        put(item, "copyrightNotice", rights.copyrightNotice());
        put(item, "usageTerms", rights.usageTerms());
        String term = MiningTerm.of(rights);
        String address = rights.policy() == null ? rights.licence() : rights.policy();
        if (term != null) {
            ObjectNode expression = JsonNodeFactory.instance.objectNode().put("plus:DataMining", term);
            item.putObject("rightsInfo").put("langId", PLUS).put("encodedRights", expression.toString());
        } else if (address != null && LeadImage.isWebAddress(address)) {
            item.putObject("rightsInfo").put("linkedRights", address);
        }
    }

    private static void put(ObjectNode item, String field, @Nullable String value) {
        if (value != null) {
            item.put(field, value);
        }
    }
}
