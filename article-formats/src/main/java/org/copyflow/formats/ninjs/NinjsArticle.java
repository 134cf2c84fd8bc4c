package org.copyflow.formats.ninjs;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.fields.BylineField;
import org.copyflow.formats.fields.FragmentBody;
import org.copyflow.formats.fields.MachineTimes;
import org.copyflow.formats.fields.SubjectCode;
import org.copyflow.formats.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// Makes the article of one item.
record NinjsArticle(JsonFields item) {

    private static final double PERCENT = 100;

    /// @param body the item's body; absent for one that has none
    SourceArticle.Builder article(PushedDocument document, @Nullable FragmentBody body) {
        String title = value(item.objects("headlines"), "main", item.text("headline", "headline_main", "title"));
        String byline = item.text("byline", "by");
        var article = SourceArticle.builder()
                .title(title)
                .publisher(publisher())
                .language(either(item.text("language"), document.language()))
                .url(document.url())
                .rights(NinjsRights.of(item))
                .bylineText(byline);
        (byline == null ? credited() : BylineField.people(byline)).forEach(article::byline);
        times(article);
        String note = item.text("ednote");
        if (note != null) {
            article.note(new Note(Note.Kind.EDITOR, note));
        }
        item.objects("subjects", "subject").stream()
                .map(NinjsArticle::topic)
                .filter(Objects::nonNull)
                .forEach(article::topic);
        item.objects("associations").stream()
                .map(NinjsArticle::caption)
                .filter(Objects::nonNull)
                .forEach(article::caption);
        article.leadImage(NinjsPicture.of(item));
        if (body != null) {
            article.blocks(withoutTitle(body.blocks(), title));
            body.captions().forEach(article::caption);
        }
        return article;
    }

    private void times(SourceArticle.Builder article) {
        StatedTime created = MachineTimes.read(item.text("firstcreated"));
        StatedTime version = MachineTimes.read(item.text("versioncreated"));
        article.publishedAt(created == null ? version : created);
        boolean changed = created != null && version != null && version.compareTo(created) > 0;
        article.updatedAt(changed ? version : null);
    }

    private @Nullable String publisher() {
        List<JsonFields> sources = item.objects("infosources", "infosource");
        String source = sources.isEmpty() ? null : sources.getFirst().text("name");
        return either(item.text("copyrightholder"), source);
    }

    /// People whom the item names as its makers, where it has no byline.
    private List<Byline> credited() {
        return item.objects("people", "person").stream()
                .filter(person -> "creator".equals(person.text("rel")) || "author".equals(person.text("rel")))
                .map(person -> person.text("name"))
                .filter(Objects::nonNull)
                .map(name -> new Byline(name, Byline.AUTHOR))
                .toList();
    }

    private static @Nullable ArticleTopic topic(JsonFields subject) {
        String id = SubjectCode.id(subject.text("scheme"), subject.text("uri", "code", "literal"));
        if (id == null) {
            return null;
        }
        String confidence = subject.text("confidence");
        return new ArticleTopic(
                id, Objects.requireNonNullElse(subject.text("name"), id), confidence == null ? 1 : percent(confidence));
    }

    private static double percent(String number) {
        try {
            return Math.clamp(Double.parseDouble(number) / PERCENT, 0, 1);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /// The text under an associated picture, graphic or video.
    static @Nullable Caption caption(JsonFields associated) {
        String type = String.valueOf(associated.text("type")).toLowerCase(Locale.ROOT);
        String text = value(
                associated.objects("descriptions"),
                "caption",
                associated.text("description_caption", "description_text", "description_html", "description"));
        if (text == null || type.equals("text")) {
            return null;
        }
        String credit = associated.text("creditline", "by", "byline", "copyrightholder");
        return new Caption(
                FragmentBody.ofHtml(text).blocks().stream()
                        .map(TextBlock::text)
                        .reduce((a, b) -> a + " " + b)
                        .orElse(text),
                credit);
    }

    /// The value of the element with this role, else of the first one, else `otherwise`.
    private static @Nullable String value(List<JsonFields> values, String role, @Nullable String otherwise) {
        String first = null;
        for (JsonFields value : values) {
            if (role.equals(value.text("role"))) {
                return value.text("value");
            }
            first = first == null ? value.text("value") : first;
        }
        return first == null ? otherwise : first;
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    /// Some bodies begin with the headline once more.
    private static List<TextBlock> withoutTitle(List<TextBlock> blocks, @Nullable String title) {
        boolean repeats = !blocks.isEmpty()
                && (blocks.getFirst().type() == Block.Type.HEADING || blocks.size() > 1)
                && blocks.getFirst().text().equals(title);
        return repeats ? blocks.subList(1, blocks.size()) : blocks;
    }
}
