package org.copyflow.index.syndication;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Rights;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.index.form.MiningTerm;
import org.copyflow.index.form.TextHtml;
import org.jspecify.annotations.Nullable;

/// An article in a feed. No text has what XML cannot hold.
///
/// @param id the same for all its versions
/// @param links where it is
/// @param title its headline
/// @param authors who wrote it; empty where it does not say
/// @param publisher who published it, else who pushed it
/// @param times when
/// @param language BCP 47
/// @param summary its lead, plain text
/// @param html its text as HTML of a few elements without attributes
/// @param topics of controlled vocabularies
/// @param rights what its source says of its use
public record NewsItem(
        String id,
        Links links,
        String title,
        List<String> authors,
        String publisher,
        Times times,
        @Nullable String language,
        @Nullable String summary,
        String html,
        List<ArticleTopic> topics,
        @Nullable Rights rights) {

    private static final String UNTITLED = "Untitled";

    /// @param page where people read it: the original where that is on the web, else the page here
    /// @param json the whole article
    record Links(String page, String json) {}

    /// @param published as stated, else when it was received; a day alone is its midnight in UTC
    /// @param updated when it was last changed, as stated with a time, else when this version was received
    record Times(Instant published, Instant updated) {}

    /// @param card the article's card, by whose time the topic is ordered
    public static NewsItem of(ArticleCard card, Article article, SiteAddress site) {
        String url = article.url();
        String page = url != null && LeadImage.isWebAddress(url) ? LegalText.of(url) : site.articlePage(article.id());
        return new NewsItem(
                "urn:copyflow:article:" + SiteAddress.segment(article.id()),
                new Links(page, site.article(article.id())),
                LegalText.of(Objects.requireNonNullElse(article.title(), UNTITLED)),
                authors(article),
                LegalText.of(Objects.requireNonNullElse(article.publisher(), article.source())),
                new Times(card.sortedAt(), updated(article)),
                article.language(),
                card.summary() == null ? null : LegalText.of(card.summary()),
                LegalText.of(TextHtml.of(article)),
                article.topics(),
                article.rights());
    }

    /// The notice that goes with it; absent where its source states none.
    @Nullable
    String notice() {
        if (rights == null) {
            return null;
        }
        String holder = rights.copyrightHolder() == null ? null : "© " + rights.copyrightHolder();
        String notice = Stream.of(
                        rights.copyrightNotice() == null ? holder : rights.copyrightNotice(),
                        rights.usageTerms(),
                        rights.licence())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(". "));
        return notice.isEmpty() ? null : LegalText.of(notice);
    }

    /// Whether machines may mine it, as PLUS' term; absent where its source says nothing of it.
    @Nullable
    String miningTerm() {
        return rights == null ? null : MiningTerm.of(rights);
    }

    private static List<String> authors(Article article) {
        List<String> named = article.bylines().stream()
                .filter(byline -> byline.role().equals(Byline.AUTHOR))
                .map(Byline::name)
                .toList();
        boolean printed = article.bylines().isEmpty() && article.bylineText() != null;
        return (printed ? List.of(Objects.requireNonNull(article.bylineText())) : named)
                .stream().map(LegalText::of).toList();
    }

    private static Instant updated(Article article) {
        StatedTime stated = article.updatedAt();
        if (stated == null || stated.iso().indexOf('T') < 0) {
            return article.receivedAt();
        }
        return stated.toInstant().isAfter(article.receivedAt()) ? article.receivedAt() : stated.toInstant();
    }
}
