package org.copyflow.ingest.push;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.FormatReaders;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.ItemSplitter;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// Checks a pushed body and says who its items are. An item's name is, in order: the caller's, the format's own or the
/// canonical URL, a hash of the content. Thread-safe.
public final class Intake {

    private static final byte[] NO_CONTENT = {};

    private final FormatReaders readers;
    private final InstantSource clock;
    private final int maxItems;
    private final Bench bench = new Bench();

    /// @param maxItems how many items one body may carry
    public Intake(FormatReaders readers, InstantSource clock, int maxItems) {
        this.readers = readers;
        this.clock = clock;
        this.maxItems = maxItems;
    }

    /// The items of a body: one, or several where the format carries several, of which some may be refused.
    ///
    /// @param contentType as HTTP names it; absent where the caller named none
    /// @throws ProblemException where the body cannot be accepted
    public List<BatchItem> take(byte[] content, @Nullable String contentType, PushParameters said) {
        PushedDocument document = checked(content, contentType, said.url());
        ItemSplitter splitter = readers.splitterOf(document.mediaType());
        try {
            return bench.during(
                    content.length,
                    () -> splitter == null ? List.of(taken(document, said)) : several(splitter.split(document), said));
        } catch (UnreadableDocumentException e) {
            throw unreadable(e);
        }
    }

    /// The raw article that kills an item: canceled, and without content. It kills what was made before now, unless the
    /// caller says since when the item is dead.
    public RawArticle kill(PushParameters said) {
        Instant now = clock.instant();
        return new RawArticle(
                UUID.randomUUID().toString(),
                said.source(),
                Objects.requireNonNull(said.uri(), "a kill names its item"),
                MediaType.PLAIN_TEXT.toString(),
                null,
                said.version(),
                said.versionCreated() == null ? now : said.versionCreated(),
                ArticleStatus.CANCELED,
                null,
                now,
                NO_CONTENT);
    }

    private PushedDocument checked(byte[] content, @Nullable String contentType, @Nullable String url) {
        MediaType mediaType = mediaType(contentType);
        if (isBlank(content)) {
            throw Refusal.EMPTY_BODY.because("The body has " + content.length
                    + " bytes and nothing to read in them. Push the article itself as the body.");
        }
        return new PushedDocument(content, EncodingCheck.check(content, mediaType), url, null);
    }

    private MediaType mediaType(@Nullable String contentType) {
        String known = "Known are " + String.join(", ", readers.mediaTypes()) + ".";
        if (contentType == null || contentType.isBlank()) {
            throw Refusal.UNKNOWN_MEDIA_TYPE.because("The push names no Content-Type. " + known);
        }
        try {
            var mediaType = MediaType.parse(contentType);
            if (readers.find(mediaType) != null) {
                return mediaType;
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.UNKNOWN_MEDIA_TYPE.because(
                    "The Content-Type " + PushParameters.shown(contentType) + " is not a media type. " + known, e);
        }
        throw Refusal.UNKNOWN_MEDIA_TYPE.because(
                "The Content-Type is " + PushParameters.shown(contentType) + ". " + known);
    }

    private List<BatchItem> several(List<PushedDocument> items, PushParameters said) {
        if (items.isEmpty()) {
            throw Refusal.NO_ITEMS.because("The body was read and holds no item. Push one that holds at least one.");
        }
        if (items.size() > maxItems) {
            throw Refusal.TOO_MANY_ITEMS.because(
                    "The body carries " + items.size() + " items; the limit is " + maxItems + ". Push it in parts.");
        }
        if (items.size() > 1 && said.uri() != null) {
            throw Refusal.BAD_PARAMETER.because("The parameter uri names one item, but the body carries " + items.size()
                    + ". Leave it out: each item has its own name.");
        }
        return items.size() == 1
                ? List.of(taken(items.getFirst(), said))
                : items.stream().map(item -> oneOfSeveral(item, said)).toList();
    }

    private BatchItem oneOfSeveral(PushedDocument item, PushParameters said) {
        try {
            return taken(item, said);
        } catch (UnreadableDocumentException e) {
            return new BatchItem.Refused(unreadable(e));
        }
    }

    private BatchItem taken(PushedDocument document, PushParameters said) {
        return new BatchItem.Taken(raw(readers.of(document.mediaType()).identify(document), document, said));
    }

    private static ProblemException unreadable(UnreadableDocumentException e) {
        return Refusal.unreadable(e.code(), String.valueOf(e.getMessage()), e);
    }

    private RawArticle raw(ItemIdentity identity, PushedDocument document, PushParameters said) {
        return new RawArticle(
                UUID.randomUUID().toString(),
                said.source(),
                uri(said.uri() == null ? identity.uri() : said.uri(), document.content()),
                document.mediaType().toString(),
                document.url(),
                said.version() == null ? identity.version() : said.version(),
                said.versionCreated() == null ? identity.versionCreated() : said.versionCreated(),
                said.status() == null ? identity.status() : said.status(),
                said.embargo() == null ? identity.embargo() : said.embargo(),
                clock.instant(),
                document.content());
    }

    /// A name that an item gives itself and that is no URI (too long, control characters) still names it: by its hash.
    private static String uri(@Nullable String named, byte[] content) {
        if (named == null || named.isBlank()) {
            return DocumentIds.contentUri(content);
        }
        return PushParameters.isUri(named) ? named : DocumentIds.contentUri(named.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isBlank(byte[] content) {
        for (byte b : content) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
