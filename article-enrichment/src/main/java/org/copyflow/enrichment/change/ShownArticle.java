package org.copyflow.enrichment.change;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.jspecify.annotations.Nullable;

/// What is kept of an article that readers see, so that a later version can be compared with it: the fields that
/// [ArticleVersions] looks at, as JSON, deflated. An article of 700 words takes some 2 KB.
public final class ShownArticle {

    /// More than 25,000 words; what is larger is not kept.
    private static final int MAX_BYTES = 65_536;

    private ShownArticle() {}

    /// The article as it is kept; absent where it takes more than 64 KiB.
    public static byte @Nullable [] keep(Article article) {
        Article slim = article.toBuilder()
                .summary(null)
                .summarySentences(List.of())
                .keyphrases(List.of())
                .entities(List.of())
                .topics(List.of())
                .rights(null)
                .leadImage(null)
                .extensions(Map.of())
                .revision(null)
                .fingerprint(null)
                .sketch(null)
                .build();
        byte[] kept = deflate(EventJson.mapper().writeValueAsBytes(slim));
        return kept.length > MAX_BYTES ? null : kept;
    }

    /// The article with what [#keep] keeps of it.
    public static Article read(byte[] kept) {
        var inflater = new Inflater();
        try (var in = new InflaterInputStream(new ByteArrayInputStream(kept), inflater)) {
            return EventJson.mapper().readValue(in, Article.class);
        } catch (IOException e) {
            throw new UncheckedIOException("what was kept of an article cannot be inflated", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] deflate(byte[] json) {
        var bytes = new ByteArrayOutputStream(json.length / 3);
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("no stream in memory fails", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
