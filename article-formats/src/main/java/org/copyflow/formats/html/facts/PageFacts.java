package org.copyflow.formats.html.facts;

import java.util.List;
import java.util.function.Supplier;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Rights;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.stated.Canonical;
import org.copyflow.formats.html.stated.CmsProperties;
import org.copyflow.formats.html.stated.Fact;
import org.copyflow.formats.html.stated.LinkedData;
import org.copyflow.formats.html.stated.MetaTags;
import org.copyflow.formats.html.stated.PageRights;
import org.copyflow.formats.html.stated.StatedFacts;
import org.copyflow.formats.html.stated.StatedPicture;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// What a page states about its article. What it does not state is null.
///
/// @param bylines empty where nobody is named
/// @param statedArticle whether structured data or `og:type` say that the page is an article
/// @param otherPage what the page says that it is instead of an article
/// @param articleBody the body as structured data states it, markup taken out
/// @param pictures what it states of its article's pictures, most trusted first
public record PageFacts(
        @Nullable Fact<String> title,
        @Nullable Fact<List<Byline>> bylines,
        @Nullable Fact<StatedTime> publishedAt,
        @Nullable Fact<StatedTime> updatedAt,
        @Nullable Fact<String> section,
        @Nullable Fact<String> publisher,
        @Nullable Fact<String> language,
        @Nullable Fact<String> url,
        @Nullable Fact<Rights> rights,
        @Nullable Fact<String> description,
        boolean statedArticle,
        @Nullable String otherPage,
        @Nullable Fact<String> articleBody,
        List<StatedPicture> pictures) {

    /// @param scripts what the page's scripts say
    /// @param url where the page came from, where that is known: for what it says of the date
    public static PageFacts of(
            Document page, PageOutline outline, Supplier<List<String>> scripts, @Nullable String url) {
        var stated = new StatedFacts(
                MetaTags.of(page),
                LinkedData.of(outline.facts().linkedData()),
                CmsProperties.of(outline.facts()),
                outline,
                scripts);
        Fact<String> canonical = Canonical.url(stated.meta());
        String address = canonical == null ? url : canonical.value();
        Fact<String> publisher = stated.publisher();
        Fact<String> title = Titles.find(stated, page, publisher);
        int titleBlock = title == null ? -1 : stated.titleBlock(title.value());
        Fact<String> language = stated.language(page);
        var times = new Times(stated, page, address, language, titleBlock);
        return new PageFacts(
                title,
                Bylines.find(stated, publisher, titleBlock),
                times.published(),
                times.updated(),
                stated.section(),
                publisher,
                language,
                canonical,
                PageRights.of(stated.meta(), stated.linkedData(), address),
                stated.meta().first("og:description", "description", "twitter:description"),
                stated.isArticle(),
                stated.otherPage(),
                stated.linkedData().text("articleBody"),
                stated.pictures());
    }

    /// What these facts of an article are where it stands on a page with others.
    ///
    /// @param page what the page states
    /// @param heading the article's own
    /// @param address where the article's own page is; the page counts where that is not known
    public PageFacts onPage(PageFacts page, Fact<String> heading, @Nullable Fact<String> address) {
        return new PageFacts(
                heading,
                bylines,
                publishedAt,
                updatedAt,
                section,
                page.publisher,
                page.language,
                address == null ? page.url : address,
                page.rights,
                description,
                statedArticle,
                otherPage,
                articleBody,
                pictures);
    }
}
