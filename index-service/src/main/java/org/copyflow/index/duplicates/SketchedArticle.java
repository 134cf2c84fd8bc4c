package org.copyflow.index.duplicates;

import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.copyflow.events.article.Sketch;
import org.jspecify.annotations.Nullable;

/// An article as it is compared, and how it stands: first of its kind, or a copy of one that came before.
final class SketchedArticle implements Comparable<SketchedArticle> {

    static final int COMPONENTS = 126;

    /// Of a sketch's components as base64.
    static final int TEXT_CHARS = COMPONENTS * Short.BYTES / 3 * 4;

    /// Fewer equal components may be chance where one text is many times as long as the other.
    private static final int LEAST_EQUAL = 6;

    private static final double LEAST_CONTAINED = 0.5;
    private static final Comparator<SketchedArticle> ORDER = Comparator.comparing(
                    (SketchedArticle article) -> article.receivedAt)
            .thenComparing(article -> article.id);

    final String id;
    final String source;
    final Instant receivedAt;
    private final int shingles;
    private final byte[] components;

    /// Its place in the [SketchIndex]; none for a copy.
    int slot = SketchIndex.NO_SLOT;

    /// Of which it is a copy; absent for one that is first.
    @Nullable
    SketchedArticle original;

    private @Nullable NavigableSet<SketchedArticle> copies;

    /// @throws IllegalArgumentException where the sketch has another size than is compared here
    SketchedArticle(String id, String source, Instant receivedAt, Sketch sketch) {
        this.id = id;
        this.source = source;
        this.receivedAt = receivedAt;
        shingles = sketch.shingles();
        components = Base64.getDecoder().decode(sketch.components());
        if (components.length != COMPONENTS * Short.BYTES) {
            throw new IllegalArgumentException("the sketch of article %s has %d bytes, not %d"
                    .formatted(id, components.length, COMPONENTS * Short.BYTES));
        }
    }

    /// Two neighbouring components as one number.
    int band(int band) {
        int at = band * Integer.BYTES;
        return (components[at] & 0xff)
                | (components[at + 1] & 0xff) << 8
                | (components[at + 2] & 0xff) << 16
                | components[at + 3] << 24;
    }

    /// Whether at least half of the shorter one's shingles are the other's too, as the sketches estimate it.
    /// With j for the Jaccard similarity, a and b for the numbers of shingles, the texts share j ÷ (1 + j) × (a
    /// + b) of them.
    boolean matches(SketchedArticle other) {
        int equal = 0;
        for (int at = 0; at < components.length; at += Short.BYTES) {
            if (components[at] == other.components[at] && components[at + 1] == other.components[at + 1]) {
                equal++;
            }
        }
        if (equal < LEAST_EQUAL) {
            return false;
        }
        double similarity = (double) equal / COMPONENTS;
        double shared = similarity / (1 + similarity) * (shingles + other.shingles);
        return shared >= LEAST_CONTAINED * Math.min(shingles, other.shingles);
    }

    NavigableSet<SketchedArticle> copies() {
        return copies == null ? new TreeSet<>() : copies;
    }

    /// When the last of its group was received.
    Instant newest() {
        return copies == null ? receivedAt : copies.last().receivedAt;
    }

    void addCopy(SketchedArticle copy) {
        if (copies == null) {
            copies = new TreeSet<>();
        }
        copies.add(copy);
        copy.original = this;
    }

    void removeCopy(SketchedArticle copy) {
        if (copies != null && copies.remove(copy) && copies.isEmpty()) {
            copies = null;
        }
        copy.original = null;
    }

    /// Those received first come first.
    @Override
    public int compareTo(SketchedArticle other) {
        return ORDER.compare(this, other);
    }
}
