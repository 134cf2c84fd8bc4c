package org.copyflow.formats.ninjs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Set;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.formats.FormatReader;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.fields.FragmentBody;
import org.copyflow.formats.fields.MachineTimes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads ninjs 1.x, 2.x and 3.x. An object without a `uri` is taken where it has a headline and a body, since callers
/// can name the item themselves. JSON deeper than 200 levels, with a field twice in one object, or with a string of
/// more than 20 million characters is refused.
public final class NinjsReader implements FormatReader {

    private static final int MAX_NAMES_SHOWN = 12;
    private static final Set<String> HEADLINES = Set.of("headline", "headlines", "headline_main", "title");

    @Override
    public String name() {
        return "ninjs";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/json", "application/vnd.iptc.ninjs+json");
    }

    @Override
    public ItemIdentity identify(PushedDocument document) {
        return identity(item(document), document);
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        JsonFields item = item(document);
        ItemIdentity identity = identity(item, document);
        FragmentBody body = NinjsBody.of(item);
        if (body == null && "text".equals(item.text("type"))) {
            body = NinjsBody.ofDescription(item);
        }
        if (body == null && identity.status() == ArticleStatus.USABLE) {
            throw new UnreadableDocumentException(
                    "not-an-article",
                    "The ninjs item " + identity.uri() + " of type '" + item.text("type")
                            + "' has no body to read: neither body_html, body_xhtml nor body_text (ninjs 1.x), nor an"
                            + " HTML or text element in bodies (2.x, 3.x).");
        }
        return new SourceDocument(identity, List.of(article(item, document, body)));
    }

    private static SourceArticle article(JsonFields item, PushedDocument document, @Nullable FragmentBody body) {
        SourceArticle.Builder article = new NinjsArticle(item).article(document, body);
        return article.extensions(NinjsRest.of(item, article.build())).build();
    }

    private static ItemIdentity identity(JsonFields item, PushedDocument document) {
        return new ItemIdentity(
                item.text("uri") == null ? document.url() : item.text("uri"),
                version(item.text("version")),
                MachineTimes.readInstant(item.text("versioncreated")),
                status(item.text("pubstatus")),
                MachineTimes.readEmbargo(item.text("embargoed", "embargoeduntil")));
    }

    /// ninjs' version is a text; one that is no number says nothing about what is newer.
    static @Nullable Long version(@Nullable String version) {
        try {
            return version == null ? null : Long.valueOf(version);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static ArticleStatus status(@Nullable String word) {
        try {
            return word == null ? ArticleStatus.USABLE : ArticleStatus.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException("unknown-status", "The item's pubstatus: " + e.getMessage() + ".", e);
        }
    }

    private static JsonFields item(PushedDocument document) {
        JsonNode root = parse(document);
        if (!root.isObject()) {
            throw notNinjs("The JSON document is " + (root.isMissingNode() ? "empty" : "no object")
                    + "; a ninjs item is one object");
        }
        JsonFields item = JsonFields.of(root);
        boolean headed = item.names().stream().anyMatch(HEADLINES::contains);
        boolean bodied = item.names().stream().anyMatch(NinjsBody::isBodyField);
        if (item.text("uri") == null && !(headed && bodied)) {
            throw notNinjs("The JSON object has no uri" + (headed ? "" : ", no headline(s)")
                    + (bodied ? "" : ", no body_html, body_text or bodies") + "; its fields are "
                    + String.join(
                            ", ", item.names().stream().limit(MAX_NAMES_SHOWN).toList()));
        }
        return item;
    }

    private static UnreadableDocumentException notNinjs(String what) {
        return new UnreadableDocumentException(
                "not-ninjs", what + ". Send ninjs (iptc.org/standards/ninjs) or name the media type that it is.");
    }

    private static JsonNode parse(PushedDocument document) {
        String charset = document.mediaType().charset();
        try {
            boolean detectable = charset != null && charset.regionMatches(true, 0, "utf", 0, 3);
            return charset == null || detectable
                    ? EventJson.mapper().readTree(document.content())
                    : EventJson.mapper().readTree(decode(document.content(), charset));
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new UnreadableDocumentException(
                    "unreadable-json",
                    "The document is not valid JSON"
                            + (place == null
                                    ? ""
                                    : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")")
                            + ": " + e.getOriginalMessage(),
                    e);
        }
    }

    /// JSON's encodings of Unicode are told apart by the parser; any other must be named.
    private static String decode(byte[] content, String charset) {
        try {
            return Charset.forName(charset)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableDocumentException(
                    "unknown-charset", "The media type names the charset '" + charset + "', which is not known.", e);
        } catch (CharacterCodingException e) {
            throw new UnreadableDocumentException(
                    "unreadable-json",
                    "The document is not in the charset that its media type names, " + charset + ".",
                    e);
        }
    }
}
