package org.copyflow.formats.feed;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.fields.FragmentBody;
import org.copyflow.formats.fields.MachineTimes;
import org.copyflow.formats.xml.SafeXml;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// One entry of a feed: as ROME sees it, and its element for what ROME rounds off (the offsets of times).
record FeedEntry(SyndFeed feed, SyndEntry entry, Element element) {

    private static final Set<String> PUBLISHED = Set.of("pubDate", "published", "issued", "date");
    private static final Set<String> UPDATED = Set.of("updated", "modified");

    ItemIdentity identity(PushedDocument document) {
        String uri = firstSaid(entry.getUri(), url(document));
        StatedTime updated = stated(UPDATED);
        return new ItemIdentity(uri, null, updated == null ? null : updated.toInstant(), ArticleStatus.USABLE, null);
    }

    SourceArticle article(PushedDocument document) {
        StatedTime stated = stated(PUBLISHED);
        StatedTime published = stated == null ? time(entry.getPublishedDate()) : stated;
        StatedTime updated = stated(UPDATED);
        boolean changed = updated != null && (published == null || updated.compareTo(published) > 0);
        var article = SourceArticle.builder()
                .title(title())
                .publisher(publisher())
                .language(language(document))
                .url(url(document))
                .section(section())
                .publishedAt(published)
                .updatedAt(changed ? updated : null);
        people().forEach(article::byline);
        FragmentBody body = body();
        article.blocks(body.blocks());
        body.captions().forEach(article::caption);
        EntryRest rest = EntryRest.of(element);
        rest.captions().forEach(article::caption);
        return article.rights(rest.statedRights())
                .leadImage(rest.leadImage())
                .extensions(rest.extensions())
                .build();
    }

    private @Nullable String title() {
        String title = entry.getTitle();
        if (title == null || title.isBlank()) {
            return null;
        }
        boolean marked = title.indexOf('<') >= 0 || title.indexOf('&') >= 0;
        return marked
                ? Jsoup.parseBodyFragment(title).text().strip()
                : title.strip().replaceAll("\\s+", " ");
    }

    private FragmentBody body() {
        List<SyndContent> contents = entry.getContents();
        SyndContent content = contents.isEmpty() ? entry.getDescription() : contents.getFirst();
        if (content == null || content.getValue() == null) {
            return new FragmentBody(List.of(), List.of());
        }
        return "text".equals(content.getType())
                ? FragmentBody.ofText(content.getValue())
                : FragmentBody.ofHtml(content.getValue());
    }

    /// Atom's authors (ROME keeps the first alone), else every `dc:creator`, else RSS's own author: an address with a
    /// name in brackets.
    private List<Byline> people() {
        List<String> names = atomAuthors();
        if (names.isEmpty()) {
            DCModule dublinCore = (DCModule) entry.getModule(DCModule.URI);
            names = dublinCore == null ? List.of() : dublinCore.getCreators();
        }
        if (names.isEmpty() && entry.getAuthor() != null) {
            names = List.of(entry.getAuthor());
        }
        return names.stream()
                .filter(Objects::nonNull)
                .map(FeedEntry::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> new Byline(name, Byline.AUTHOR))
                .toList();
    }

    private List<String> atomAuthors() {
        return SafeXml.children(element).stream()
                .filter(child -> child.getLocalName().equals("author"))
                .flatMap(author -> SafeXml.children(author).stream())
                .filter(child -> child.getLocalName().equals("name"))
                .map(Element::getTextContent)
                .toList();
    }

    private static String name(String author) {
        int open = author.indexOf('(');
        int close = author.lastIndexOf(')');
        if (author.indexOf('@') < 0) {
            return author.strip();
        }
        return open >= 0 && close > open ? author.substring(open + 1, close).strip() : "";
    }

    private @Nullable String section() {
        return entry.getCategories().stream()
                .map(category -> category.getLabel() == null ? category.getName() : category.getLabel())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String publisher() {
        DCModule dublinCore = (DCModule) entry.getModule(DCModule.URI);
        return firstSaid(dublinCore == null ? null : dublinCore.getPublisher(), feed.getTitle());
    }

    private @Nullable String language(PushedDocument document) {
        DCModule dublinCore = (DCModule) entry.getModule(DCModule.URI);
        String said = firstSaid(dublinCore == null ? null : dublinCore.getLanguage(), feed.getLanguage());
        return firstSaid(said, firstSaid(xmlLanguage(), document.language()));
    }

    private @Nullable String xmlLanguage() {
        for (Node node = element; node instanceof Element holder; node = node.getParentNode()) {
            if (holder.hasAttribute("xml:lang")) {
                return holder.getAttribute("xml:lang");
            }
        }
        return null;
    }

    private @Nullable String url(PushedDocument document) {
        return firstSaid(entry.getLink(), document.url());
    }

    /// The time in the entry's first element of one of these names.
    private @Nullable StatedTime stated(Set<String> names) {
        for (Element child : SafeXml.children(element)) {
            if (names.contains(child.getLocalName())) {
                StatedTime time = MachineTimes.read(child.getTextContent());
                if (time != null) {
                    return time;
                }
            }
        }
        return null;
    }

    private static @Nullable StatedTime time(@Nullable Date date) {
        return date == null ? null : StatedTime.of(date.toInstant().atOffset(ZoneOffset.UTC));
    }

    private static @Nullable String firstSaid(@Nullable String first, @Nullable String second) {
        return first == null || first.isBlank() ? second : first.strip();
    }
}
