package org.copyflow.formats.newsml;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.fields.BylineField;
import org.copyflow.formats.fields.FragmentBody;
import org.copyflow.formats.fields.LeadPicture;
import org.copyflow.formats.fields.MachineTimes;
import org.copyflow.formats.fields.SubjectCode;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A newsItem: `itemMeta` about the item, `contentMeta` about its content, `contentSet` the content.
///
/// @param catalog what the item's qcodes stand for
record NewsItem(Element root, Catalog catalog) {

    private static final String TEXT = "http://cv.iptc.org/newscodes/ninature/text";

    NewsItem(Element root) {
        this(root, Catalog.of(root));
    }

    ItemIdentity identity(PushedDocument document) {
        String guid = root.attr("guid");
        return new ItemIdentity(
                guid.isBlank() ? document.url() : guid.strip(),
                version(root.attr("version")),
                MachineTimes.readInstant(text("itemMeta > versionCreated")),
                status(),
                MachineTimes.readEmbargo(text("itemMeta > embargoed")));
    }

    @Nullable
    InlineContent content() {
        InlineContent inline = InlineContent.of(root.select("> contentSet").first());
        return inline == null ? described() : inline;
    }

    /// What a text without content says of itself, as agencies send items of one paragraph; absent where it says
    /// nothing.
    private @Nullable InlineContent described() {
        Element itemClass = root.select("> itemMeta > itemClass").first();
        Element description = root.select("> contentMeta > description").first();
        boolean isText = itemClass != null && TEXT.equals(catalog.concept(itemClass));
        return isText && description != null && description.hasText()
                ? new InlineContent(
                        description,
                        null,
                        null,
                        FragmentBody.ofText(description.text()).blocks(),
                        List.of(),
                        null,
                        Map.of())
                : null;
    }

    /// @param content the item's text; absent for one that has none
    SourceArticle article(PushedDocument document, @Nullable InlineContent content) {
        String headline = text("contentMeta > headline");
        String title = headline == null && content != null ? content.headline() : headline;
        String byline = text("contentMeta > by");
        StatedTime created = MachineTimes.read(text("itemMeta > firstCreated"));
        StatedTime version = MachineTimes.read(text("itemMeta > versionCreated"));
        boolean changed = created != null && version != null && version.compareTo(created) > 0;
        var article = SourceArticle.builder()
                .title(title)
                .publisher(firstOf(text("itemMeta > provider > name"), text("rightsInfo > copyrightHolder > name")))
                .language(language(document))
                .url(document.url())
                .rights(NewsItemRights.of(root, catalog))
                .bylineText(byline == null && content != null ? content.byline() : byline)
                .publishedAt(created == null ? version : created)
                .updatedAt(changed ? version : null);
        people(byline, content).forEach(article::byline);
        notes(article);
        topics().forEach(article::topic);
        article.leadImage(leadImage(content));
        if (content != null) {
            article.blocks(content.body(title).blocks());
            content.captions().forEach(article::caption);
        }
        return article.extensions(NewsItemRest.of(root, catalog, article.build(), content))
                .build();
    }

    private List<Byline> people(@Nullable String byline, @Nullable InlineContent content) {
        List<Byline> creators = root.select("> contentMeta > creator").stream()
                .map(creator -> creator.select("name").first())
                .filter(Objects::nonNull)
                .map(name -> new Byline(name.text().strip(), Byline.AUTHOR))
                .toList();
        if (!creators.isEmpty()) {
            return creators;
        }
        String printed = byline == null && content != null ? content.byline() : byline;
        return printed == null ? List.of() : BylineField.people(printed);
    }

    /// The item's own icon, else the first picture in its text.
    private @Nullable LeadImage leadImage(@Nullable InlineContent content) {
        for (Element icon : root.select("> contentMeta > icon")) {
            LeadImage image = LeadPicture.of(icon.attr("href"), null, null, null);
            if (image != null) {
                return image;
            }
        }
        return content == null ? null : content.leadImage();
    }

    private void notes(SourceArticle.Builder article) {
        for (Element note : root.select("> itemMeta > edNote")) {
            if (!note.text().isBlank()) {
                article.note(new Note(Note.Kind.EDITOR, note.text().strip()));
            }
        }
    }

    private List<ArticleTopic> topics() {
        return root.select("> contentMeta > subject").stream()
                .map(this::topic)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable ArticleTopic topic(Element subject) {
        String id = SubjectCode.id(null, catalog.concept(subject));
        if (id == null) {
            return null;
        }
        Element name = subject.select("> name").first();
        return new ArticleTopic(id, name == null ? id : name.text().strip(), 1);
    }

    private @Nullable String language(PushedDocument document) {
        Element language = root.select("> contentMeta > language").first();
        String stated = language == null ? null : said(language.attr("tag"));
        return firstOf(firstOf(stated, said(root.attr("xml:lang"))), document.language());
    }

    /// An item that does not say is usable, as the standard has it; one under an embargo whose end is left empty is not
    /// to be used.
    private ArticleStatus status() {
        ArticleStatus stated = statedStatus();
        Element embargo = root.select("> itemMeta > embargoed").first();
        boolean hasNoEnd = embargo != null && !embargo.hasText();
        return hasNoEnd && stated == ArticleStatus.USABLE ? ArticleStatus.WITHHELD : stated;
    }

    private ArticleStatus statedStatus() {
        Element status = root.select("> itemMeta > pubStatus").first();
        String code = status == null ? null : catalog.concept(status);
        if (code == null) {
            return ArticleStatus.USABLE;
        }
        String word = code.substring(Math.max(code.lastIndexOf('/'), code.lastIndexOf(':')) + 1);
        try {
            return ArticleStatus.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException(
                    "unknown-status", "The newsItem's pubStatus '" + code + "': " + e.getMessage() + ".", e);
        }
    }

    private static @Nullable Long version(String version) {
        try {
            return version.isBlank() ? null : Long.valueOf(version.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable String text(String path) {
        Element found = root.select("> " + path).first();
        return found == null ? null : said(found.text());
    }

    private static @Nullable String said(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
