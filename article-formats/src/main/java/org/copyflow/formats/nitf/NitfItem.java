package org.copyflow.formats.nitf;

import java.util.List;
import java.util.Map;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.Rights;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.fields.BylineField;
import org.copyflow.formats.fields.MachineTimes;
import org.copyflow.formats.rights.StatedRights;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A `nitf` element: `head` about the item, `body.head` what is printed over the text, `body.content` the text.
record NitfItem(Element root) {

    /// IPTC's subject codes, which are what a reference number is unless it says otherwise.
    private static final String SUBJECT_CODES = "http://cv.iptc.org/newscodes/subjectcode/";
    private static final String EMBARGOED = "embargoed";

    ItemIdentity identity(PushedDocument document) {
        String id = attribute("head > docdata > doc-id", "id-string");
        StatedTime version = changed() == null ? issued() : changed();
        Element docdata = first("head > docdata");
        String status = docdata == null ? "" : docdata.attr("management-status").strip();
        String release = attribute("head > docdata > date.release", "norm");
        return new ItemIdentity(
                id == null ? document.url() : id,
                number(attribute("head > docdata > du-key", "version")),
                version == null ? null : version.toInstant(),
                status(status, release),
                MachineTimes.readEmbargo(release));
    }

    SourceArticle article(PushedDocument document) {
        Map<String, JsonNode> rest = NitfRest.of(root);
        NitfBody body = NitfBody.of(root);
        String headline = body == null ? null : body.headline();
        String title = headline == null ? NitfBody.text(first("head > title")) : headline;
        StatedTime issued = issued();
        StatedTime changed = changed();
        boolean later = issued != null && changed != null && changed.compareTo(issued) > 0;
        var article = SourceArticle.builder()
                .title(title)
                .publisher(publisher())
                .language(language(document))
                .url(document.url())
                .rights(rights())
                .section(attribute("head > pubdata", "position.section"))
                .publishedAt(issued == null ? changed : issued)
                .updatedAt(later ? changed : null)
                .extensions(rest);
        if (body != null) {
            article.bylineText(body.byline())
                    .blocks(withoutTitle(body.blocks(), title))
                    .leadImage(body.leadImage());
            body.captions().forEach(article::caption);
            if (body.byline() != null) {
                BylineField.people(body.byline()).forEach(article::byline);
            }
        }
        topics(article);
        note(article, Note.Kind.EDITOR, attribute("head > docdata > ed-msg", "info"));
        for (Element note : root.select("> body > body\\.head > note[noteclass=editorsnote]")) {
            note(article, Note.Kind.EDITOR, NitfBody.text(note));
        }
        note(article, Note.Kind.AUTHOR, NitfBody.text(first("body > body.end > tagline")));
        return article.build();
    }

    private void topics(SourceArticle.Builder article) {
        for (Element subject : root.select("> head > tobject > tobject\\.subject")) {
            String number = said(subject.attr("tobject.subject.refnum"));
            String owner = subject.attr("tobject.subject.ipr").strip();
            if (number != null) {
                boolean iptc = owner.isEmpty() || owner.equalsIgnoreCase("IPTC");
                String id = iptc ? SUBJECT_CODES + number : owner + ':' + number;
                article.topic(new ArticleTopic(id, name(subject, id), 1));
            }
        }
    }

    /// The most special of the names that a subject has, from the detail up to the whole field.
    private static String name(Element subject, String id) {
        for (String level : List.of("detail", "matter", "type")) {
            String name = said(subject.attr("tobject.subject." + level));
            if (name != null) {
                return name;
            }
        }
        return id;
    }

    private static void note(SourceArticle.Builder article, Note.Kind kind, @Nullable String text) {
        if (text != null) {
            article.note(new Note(kind, text));
        }
    }

    private @Nullable StatedTime issued() {
        StatedTime issued = MachineTimes.read(attribute("head > docdata > date.issue", "norm"));
        return issued == null ? MachineTimes.read(attribute("head > pubdata", "date.publication")) : issued;
    }

    /// The latest revision.
    private @Nullable StatedTime changed() {
        StatedTime latest = null;
        for (Element revision : root.select("> head > revision-history")) {
            StatedTime time = MachineTimes.read(revision.attr("norm"));
            latest = latest == null || (time != null && time.compareTo(latest) > 0) ? time : latest;
        }
        return latest;
    }

    private @Nullable String publisher() {
        String distributor = NitfBody.text(first("body > body.head > distributor"));
        String holder = attribute("head > docdata > doc.copyright", "holder");
        String named = distributor == null ? holder : distributor;
        return named == null ? attribute("head > docdata > doc.rights", "owner") : named;
    }

    /// Of `doc.rights` those of the whole document: one with a type is of a part of it, as a picture.
    private @Nullable Rights rights() {
        String holder = attribute("head > docdata > doc.copyright", "holder");
        String year = attribute("head > docdata > doc.copyright", "year");
        var rights = new StatedRights()
                .holder(holder)
                .notice(holder == null || year == null ? null : "© " + year + " " + holder);
        for (Element whole : root.select("> head > docdata > doc\\.rights:not([type])")) {
            rights.holder(whole.attr("owner")).terms(whole.attr("limitations"));
        }
        return rights.build();
    }

    private @Nullable String language(PushedDocument document) {
        for (String name : List.of("xml:lang", "lang", "baselang")) {
            String language = said(root.attr(name));
            if (language != null) {
                return language;
            }
        }
        return document.language();
    }

    /// An item under embargo is usable when its embargo ends; without an end, nobody may use it.
    private static ArticleStatus status(String word, @Nullable String release) {
        if (word.isEmpty()) {
            return ArticleStatus.USABLE;
        }
        if (word.equals(EMBARGOED)) {
            return release == null ? ArticleStatus.WITHHELD : ArticleStatus.USABLE;
        }
        try {
            return ArticleStatus.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException(
                    "unknown-status", "The document's management-status: " + e.getMessage() + ".", e);
        }
    }

    private static @Nullable Long number(@Nullable String version) {
        try {
            return version == null ? null : Long.valueOf(version);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static List<TextBlock> withoutTitle(List<TextBlock> blocks, @Nullable String title) {
        boolean repeats = blocks.size() > 1
                && blocks.getFirst().type() == Block.Type.HEADING
                && blocks.getFirst().text().equals(title);
        return repeats ? blocks.subList(1, blocks.size()) : blocks;
    }

    private @Nullable Element first(String path) {
        return root.select("> " + path.replace(".", "\\.")).first();
    }

    private @Nullable String attribute(String path, String name) {
        Element element = first(path);
        return element == null ? null : said(element.attr(name));
    }

    private static @Nullable String said(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
