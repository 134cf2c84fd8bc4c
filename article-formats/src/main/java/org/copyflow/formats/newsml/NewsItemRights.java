package org.copyflow.formats.newsml;

import org.copyflow.events.article.Rights;
import org.copyflow.formats.rights.MiningStatement;
import org.copyflow.formats.rights.StatedRights;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a newsItem states of the rights of its content: its `rightsInfo`, but for those that name the parts they are
/// about.
final class NewsItemRights {

    /// IPTC's scope of rights that are about the description alone.
    private static final String DESCRIPTION = "metadata";

    private NewsItemRights() {}

    static @Nullable Rights of(Element item, Catalog catalog) {
        var rights = new StatedRights();
        for (Element info : item.select("> rightsInfo")) {
            if (isOfContent(info)) {
                add(info, catalog, rights);
            }
        }
        return rights.build();
    }

    private static boolean isOfContent(Element info) {
        String scope = info.attr("scope") + info.attr("scopeuri");
        return !info.hasAttr("idrefs") && !scope.endsWith(DESCRIPTION);
    }

    private static void add(Element info, Catalog catalog, StatedRights rights) {
        for (Element field : info.children()) {
            String text = field.text();
            switch (field.tagName()) {
                case "copyrightHolder" -> {
                    Element name = field.select("> name").first();
                    rights.holder(name == null ? field.attr("literal") : name.text());
                }
                case "copyrightNotice" -> rights.notice(text);
                case "usageTerms" -> rights.terms(text).policy(field.attr("href"));
                case "link" -> rights.policy(field.attr("href"));
                case "rightsExpressionXML" -> rights.mining(MiningStatement.ofExpression(field.html()));
                case "rightsExpressionData" -> rights.mining(MiningStatement.ofExpression(field.wholeText()));
                case "dataMining" -> rights.mining(MiningStatement.ofTerm(catalog.concept(field)));
                default -> {
                    // what else stands there says nothing that an article holds; the extension keeps it
                }
            }
        }
    }
}
