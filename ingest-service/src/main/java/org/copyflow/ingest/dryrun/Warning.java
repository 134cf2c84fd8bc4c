package org.copyflow.ingest.dryrun;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;

/// Something about an item that is allowed, but that its source may not have meant.
///
/// @param code stable, as `no-version`
/// @param detail what is missing or odd, and what it leads to
public record Warning(String code, String detail) {

    /// What the format's reader found wrong.
    static final String FORMAT = "format";

    /// What there is to say of an item, whatever its format.
    ///
    /// @param articles what was read of it
    static List<Warning> of(RawArticle raw, List<Article> articles) {
        var warnings = new ArrayList<Warning>();
        if (raw.uri().equals(DocumentIds.contentUri(raw.content()))) {
            warnings.add(new Warning(
                    "no-identity",
                    "Neither the push nor the document names the item, so it is named by its content: a corrected"
                            + " version will be another item beside it. Name it by uri."));
        }
        if (raw.version() == null && raw.versionCreated() == null && raw.status() == ArticleStatus.USABLE) {
            warnings.add(new Warning(
                    "no-version",
                    "Neither a version nor the time of one is stated: whichever version is pushed last counts as the"
                            + " newest. Name version or versionCreated."));
        }
        Instant embargo = raw.embargo();
        if (embargo != null && !embargo.isAfter(raw.receivedAt())) {
            warnings.add(new Warning("embargo-over", "The embargo ended at " + embargo + "; it holds nothing back."));
        }
        for (Article article : articles) {
            addArticle(warnings, article);
        }
        return warnings;
    }

    private static void addArticle(List<Warning> warnings, Article article) {
        String which = article.parts() > 1 ? "Article " + article.part() + " of " + article.parts() : "The article";
        if (article.title() == null) {
            warnings.add(new Warning("no-title", which + " has no title that could be found."));
        }
        if (article.text().isBlank()) {
            warnings.add(new Warning("no-text", which + " has no text, so nothing can be found in it."));
        } else if (article.language() == null) {
            warnings.add(new Warning(
                    "no-language",
                    which + " states no language and none could be told: names and quotes are missing."));
        }
        if (article.publishedAt() == null) {
            warnings.add(new Warning("no-date", which + " does not say when it was published."));
        }
    }
}
