package org.copyflow.formats.ninjs;

import org.copyflow.events.article.Rights;
import org.copyflow.formats.json.JsonFields;
import org.copyflow.formats.rights.MiningStatement;
import org.copyflow.formats.rights.StatedRights;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an item states of its rights: in words, and from 1.4 on by `rightsinfo`, which links to a rights expression or
/// holds one. The standard has no field of its own for mining; sources write PLUS' term into the expression, or as
/// `datamining` beside it, as NewsML-G2 has it.
final class NinjsRights {

    private static final String MINING = "datamining";

    private NinjsRights() {}

    static @Nullable Rights of(JsonFields item) {
        var rights = new StatedRights()
                .holder(item.text("copyrightholder"))
                .notice(item.text("copyrightnotice"))
                .terms(item.text("usageterms"))
                .mining(term(item));
        JsonNode info = item.byName().get("rightsinfo");
        if (info != null && info.isObject()) {
            JsonFields fields = JsonFields.of(info);
            rights.policy(fields.text("linkedrights"))
                    .mining(MiningStatement.ofExpression(fields.text("encodedrights")))
                    .mining(term(fields));
        }
        return rights.build();
    }

    /// The term, or an object that names it by `uri`.
    private static @Nullable MiningStatement term(JsonFields holder) {
        JsonNode value = holder.byName().get(MINING);
        return value != null && value.isObject()
                ? MiningStatement.ofTerm(JsonFields.of(value).text("uri", "literal"))
                : MiningStatement.ofTerm(holder.text(MINING));
    }
}
