package org.copyflow.formats.html.facts;

import java.util.List;
import org.copyflow.formats.html.page.FactElements;
import org.copyflow.formats.html.stated.Fact;
import org.copyflow.formats.html.stated.StatedFacts;
import org.copyflow.formats.html.words.Names;
import org.copyflow.formats.html.words.Similarity;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// The headline: the heading that the page's other statements agree with, else what they state.
final class Titles {

    private static final int MAX_TITLE_CHARS = 400;

    private Titles() {}

    static @Nullable Fact<String> find(StatedFacts stated, Document page, @Nullable Fact<String> publisher) {
        Fact<String> ofHead = ofHead(page);
        Fact<String> social =
                stated.meta().first("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title");
        Fact<String> structured = stated.linkedData().text("headline");
        Fact<String> cms = stated.cms().get("title");
        String reference = cms != null
                ? cms.value()
                : social != null
                        ? social.value()
                        : structured != null ? structured.value() : ofHead == null ? "" : ofHead.value();
        Fact<String> heading = heading(stated.outline().facts().headings(), reference, ofHead);
        if (heading != null) {
            return heading;
        }
        if (cms != null) {
            return cms;
        }
        Fact<String> best = structured != null ? structured : social != null ? social : ofHead;
        return best == null
                ? onlyHeading(stated.outline().facts().headings())
                : new Fact<>(withoutSite(best.value(), publisher), best.signal());
    }

    /// The page's heading of the first level, where it has one; for pages that state no title at all.
    private static @Nullable Fact<String> onlyHeading(List<FactElements.Noted> headings) {
        Fact<String> only = null;
        for (FactElements.Noted noted : headings) {
            String text = Names.clean(noted.element().text());
            if (!noted.element().nameIs("h1") || text.isEmpty() || text.length() > MAX_TITLE_CHARS) {
                continue;
            }
            if (only != null && !only.value().equals(text)) {
                return null;
            }
            only = new Fact<>(text, "h1");
        }
        return only;
    }

    private static @Nullable Fact<String> ofHead(Document page) {
        String title = Names.clean(page.title());
        return title.isEmpty() ? null : new Fact<>(title, "title");
    }

    private static @Nullable Fact<String> heading(
            List<FactElements.Noted> headings, String reference, @Nullable Fact<String> head) {
        Fact<String> best = null;
        double bestScore = 0.35;
        Similarity stated = Similarity.of(reference);
        Similarity ofHead = head == null || head.value().equals(reference) ? stated : Similarity.of(head.value());
        for (FactElements.Noted noted : headings) {
            boolean first = noted.element().nameIs("h1");
            String text = Names.clean(noted.element().text());
            if (text.isEmpty() || text.length() > MAX_TITLE_CHARS) {
                continue;
            }
            Similarity shown = Similarity.of(text);
            double score = shown.to(stated);
            score = ofHead == stated ? score : Math.max(score, shown.to(ofHead));
            score -= first ? 0 : 0.25;
            if (score > bestScore) {
                best = new Fact<>(text, noted.element().normalName());
                bestScore = score;
            }
        }
        return best;
    }

    /// Without ` | Site` or `Site: ` where that is what the publisher is called, or short beside the rest.
    static String withoutSite(String title, @Nullable Fact<String> publisher) {
        String site = publisher == null ? "" : Names.key(publisher.value());
        for (int i = title.length() - 2; i > 0; i--) {
            char c = title.charAt(i);
            boolean separator = "|»•·".indexOf(c) >= 0
                    || ("-–—".indexOf(c) >= 0 && title.charAt(i - 1) == ' ' && title.charAt(i + 1) == ' ');
            if (separator) {
                String before = title.substring(0, i).strip();
                String after = Names.key(title.substring(i + 1));
                boolean named = !site.isEmpty() && (after.contains(site) || site.contains(after));
                if (!before.isEmpty() && (named || (after.length() < before.length() / 2 && c == '|'))) {
                    return withoutSite(before, publisher);
                }
                break;
            }
        }
        return title;
    }
}
