package org.copyflow.index.form;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.StatedTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An article as an item of ninjs 3.1 (IPTC). Pushed to ingest it gives the same text. What ninjs has no field for
/// (figures, quotations, key phrases) is left out; a time without an offset is, too, since ninjs takes none.
public final class NinjsItem {

    private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";
    private static final String MEDIA_TOPIC = "medtop:";
    private static final String MEDIA_TOPIC_ADDRESS = "http://cv.iptc.org/newscodes/mediatopic/";
    private static final String ROLE = "role";
    private static final String VALUE = "value";
    private static final String NAME = "name";
    private static final String REL = "rel";
    private static final int PERCENT = 100;

    private final Article article;
    private final ObjectNode item = JsonNodeFactory.instance.objectNode();

    private NinjsItem(Article article) {
        this.article = article;
    }

    public static ObjectNode of(Article article) {
        return new NinjsItem(article).item();
    }

    private ObjectNode item() {
        item.putObject("standard").put(NAME, "ninjs").put("version", "3.1").put("schema", SCHEMA);
        item.put("uri", uri());
        item.put("type", "text").put("representationType", "full");
        item.put("pubStatus", article.status().word());
        Long version = article.version();
        text("version", version == null ? null : version.toString());
        times();
        text("language", article.language());
        text("by", byline());
        text("edNote", editorsNotes());
        texts();
        named();
        subjects();
        String publisher = article.publisher();
        if (publisher != null) {
            item.putArray("infoSources").addObject().put(NAME, publisher);
        }
        NinjsRights.add(article.rights(), item);
        associations();
        item.putArray("altIds").addObject().put(ROLE, "copyflow").put(VALUE, article.id());
        return item;
    }

    /// What the source calls the document, where that is an address; parts after the first get a name of their own.
    private String uri() {
        String part = article.part() > 1 ? "#part-" + article.part() : "";
        return isAbsolute(article.uri())
                ? article.uri() + part
                : "urn:copyflow:" + article.source() + ":" + encoded(article.uri()) + part;
    }

    private static boolean isAbsolute(String uri) {
        try {
            return URI.create(uri).isAbsolute();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void times() {
        String created = time(article.publishedAt());
        String changed = time(article.updatedAt());
        text("firstCreated", created);
        text("versionCreated", changed == null ? created : changed);
    }

    /// A whole time with its offset; absent where the source says less.
    private static @Nullable String time(@Nullable StatedTime time) {
        String iso = time == null ? "" : time.iso();
        boolean whole = iso.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})");
        return whole ? iso : null;
    }

    private @Nullable String byline() {
        if (article.bylineText() != null || article.bylines().isEmpty()) {
            return article.bylineText();
        }
        return article.bylines().stream().map(Byline::name).collect(Collectors.joining(", "));
    }

    private @Nullable String editorsNotes() {
        return article.notes().stream()
                .filter(note -> note.kind() == Note.Kind.EDITOR)
                .map(Note::text)
                .reduce((first, second) -> first + "\n" + second)
                .orElse(null);
    }

    private void texts() {
        ArrayNode headlines = JsonNodeFactory.instance.arrayNode();
        value(headlines, "main", "text/plain", article.title());
        value(headlines, "kicker", "text/plain", article.kicker());
        set("headlines", headlines);
        ArrayNode descriptions = JsonNodeFactory.instance.arrayNode();
        value(descriptions, "summary", "text/plain", article.summary());
        set("descriptions", descriptions);
        if (!article.text().isBlank()) {
            value(item.putArray("bodies"), "main", "text/html", TextHtml.of(article));
        }
    }

    private static void value(ArrayNode to, String role, String contentType, @Nullable String value) {
        if (value != null) {
            to.addObject().put(ROLE, role).put("contentType", contentType).put(VALUE, value);
        }
    }

    /// Who made it, then whom and what it names.
    private void named() {
        ArrayNode people = JsonNodeFactory.instance.arrayNode();
        article.bylines()
                .forEach(maker -> people.addObject()
                        .put(NAME, maker.name())
                        .put(REL, maker.role().equals(Byline.AUTHOR) ? "creator" : maker.role()));
        entities(people, Entity.Type.PERSON);
        set("people", people);
        set("organisations", entities(JsonNodeFactory.instance.arrayNode(), Entity.Type.ORGANISATION));
        set("places", entities(JsonNodeFactory.instance.arrayNode(), Entity.Type.PLACE));
    }

    private ArrayNode entities(ArrayNode to, Entity.Type type) {
        for (Entity entity : article.entities()) {
            if (entity.type() == type) {
                ObjectNode named = to.addObject().put(NAME, entity.name()).put(REL, "mentioned");
                String id = entity.id();
                if (id != null) {
                    named.put("literal", id);
                }
            }
        }
        return to;
    }

    private void subjects() {
        ArrayNode subjects = JsonNodeFactory.instance.arrayNode();
        for (ArticleTopic topic : article.topics()) {
            ObjectNode subject = subjects.addObject().put(NAME, topic.name());
            if (topic.id().startsWith(MEDIA_TOPIC)) {
                subject.put("uri", MEDIA_TOPIC_ADDRESS + topic.id().substring(MEDIA_TOPIC.length()));
            } else {
                subject.put("literal", topic.id());
            }
            subject.put("confidence", Math.round(topic.confidence() * PERCENT));
        }
        set("subjects", subjects);
    }

    /// A picture for each caption; the lead image is the one whose caption it has, else one more at their head.
    private void associations() {
        ArrayNode pictures = JsonNodeFactory.instance.arrayNode();
        LeadImage lead = article.leadImage();
        List<Caption> captions = article.captions();
        boolean captioned = lead != null && captions.stream().anyMatch(caption -> isOf(caption, lead));
        if (lead != null && !captioned) {
            rendition(picture(pictures, lead.caption(), lead.credit()), lead);
        }
        boolean placed = !captioned;
        for (Caption caption : captions) {
            ObjectNode picture = picture(pictures, caption.text(), caption.credit());
            if (lead != null && !placed && isOf(caption, lead)) {
                rendition(picture, lead);
                placed = true;
            }
        }
        set("associations", pictures);
    }

    private static boolean isOf(Caption caption, LeadImage image) {
        return Objects.equals(caption.text(), image.caption());
    }

    /// The standard wants a name and an address of each.
    private ObjectNode picture(ArrayNode pictures, @Nullable String caption, @Nullable String credit) {
        String name = "picture-" + (pictures.size() + 1);
        String document = uri();
        String address = document.contains("#") ? document + "-" + name : document + "#" + name;
        ObjectNode picture =
                pictures.addObject().put(NAME, name).put("uri", address).put("type", "picture");
        if (credit != null) {
            picture.put("by", credit);
        }
        if (caption != null) {
            value(picture.putArray("descriptions"), "caption", "text/plain", caption);
        }
        return picture;
    }

    private static void rendition(ObjectNode picture, LeadImage image) {
        ObjectNode rendition =
                picture.putArray("renditions").addObject().put(NAME, "main").put("href", image.url());
        Integer width = image.width();
        Integer height = image.height();
        if (width != null && height != null) {
            rendition.put("width", width).put("height", height);
        }
    }

    private void text(String field, @Nullable String value) {
        if (value != null) {
            item.put(field, value);
        }
    }

    private void set(String field, ArrayNode values) {
        if (!values.isEmpty()) {
            item.set(field, values);
        }
    }
}
