package org.copyflow.formats.html.stated;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Rights;
import org.copyflow.formats.rights.MiningStatement;
import org.copyflow.formats.rights.StatedRights;
import org.jspecify.annotations.Nullable;

/// What a page's head states of its article's rights. What it prints at its foot is of the whole site, and the licence
/// that a link in its body names may be that of a picture.
public final class PageRights {

    private final MetaTags meta;
    private final @Nullable String address;
    private final StatedRights rights = new StatedRights();
    private final List<String> signals = new ArrayList<>();

    private PageRights(MetaTags meta, @Nullable String address) {
        this.meta = meta;
        this.address = address;
    }

    /// Null where it states nothing.
    ///
    /// @param address the page's own, from which relative ones start
    public static @Nullable Fact<Rights> of(MetaTags meta, LinkedData data, @Nullable String address) {
        var page = new PageRights(meta, address);
        page.linked(data);
        page.rights.holder(page.noted(meta.first("dcterms.rightsholder")));
        page.rights.notice(page.noted(meta.first("copyright", "dc.rights", "dcterms.rights", "rights")));
        page.rights.licence(page.resolved(page.noted(meta.first("link:license", "dcterms.license"))));
        page.mining();
        Rights found = page.rights.build();
        return found == null ? null : new Fact<>(found, String.join(", ", page.signals));
    }

    /// Of an article of schema.org that stands alone.
    public static @Nullable Rights of(LinkedData data) {
        var page = new PageRights(MetaTags.none(), null);
        page.linked(data);
        return page.rights.build();
    }

    private void linked(LinkedData data) {
        rights.holder(noted(data.named("copyrightHolder")));
        rights.notice(noted(data.text("copyrightNotice")));
        rights.licence(resolved(noted(data.address("license"))));
        Fact<String> usage = data.address("usageInfo");
        if (usage != null) {
            String where = resolved(noted(usage));
            rights.policy(where);
            rights.terms(where != null && LeadImage.isWebAddress(where) ? null : where);
        }
    }

    private void mining() {
        Fact<String> reservation = meta.first("tdm-reservation");
        Fact<String> policy = meta.first("tdm-policy");
        if (reservation != null) {
            String terms = resolved(noted(policy));
            rights.policy(terms).mining(MiningStatement.ofReservation(noted(reservation), terms));
        }
        for (String words : meta.all("robots")) {
            MiningStatement forRobots = MiningStatement.ofRobots(words);
            rights.mining(forRobots);
            if (forRobots != null) {
                signals.add("robots");
            }
        }
    }

    private @Nullable String noted(@Nullable Fact<String> fact) {
        if (fact == null) {
            return null;
        }
        signals.add(fact.signal());
        return fact.value();
    }

    /// A whole address out of one that the page writes relative to itself; other texts as they are.
    private @Nullable String resolved(@Nullable String text) {
        if (text == null || !text.startsWith("/")) {
            return text;
        }
        try {
            return address == null
                    ? text.startsWith("//") ? "https:" + text : null
                    : URI.create(address).resolve(text).toString();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
