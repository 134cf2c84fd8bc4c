package org.copyflow.formats.html.page;

import org.copyflow.formats.html.lexicon.Hint;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A block-level element: its place in the tree, what its names hint at, and sums over the text in it. Filled by
/// [PageOutline]; read-only afterwards.
public final class Box {

    private final @Nullable Box parent;
    private final TagKind kind;
    private final int hints;
    private final int hintsAround;
    private final int number;
    private final int depth;
    private final int ownSignature;
    private final int signature;
    float words;
    float linkWords;
    float proseWords;
    int proseBlocks;
    int blocks;
    int cuedBlocks;
    int linkBlocks;
    int pictures;

    @Nullable
    Element element;

    int firstBlock = -1;
    int lastBlock = -1;

    Box(@Nullable Box parent, TagKind kind, int hints, int ownSignature, int number) {
        this.parent = parent;
        this.kind = kind;
        this.hints = hints;
        this.number = number;
        hintsAround = parent == null ? hints : parent.hintsAround | hints;
        this.ownSignature = ownSignature;
        signature = parent == null ? ownSignature : parent.ownSignature * 31 + ownSignature;
        depth = parent == null ? 0 : parent.depth + 1;
    }

    public @Nullable Box parent() {
        return parent;
    }

    /// Null for the page's own.
    public @Nullable Element element() {
        return element;
    }

    public TagKind kind() {
        return kind;
    }

    /// Bits of [Hint].
    public int hints() {
        return hints;
    }

    /// Bits of [Hint] of this box and all around it.
    public int hintsAround() {
        return hintsAround;
    }

    /// Its place among the page's boxes, in document order.
    public int number() {
        return number;
    }

    public int depth() {
        return depth;
    }

    /// The same for elements of the same tag and class under parents of the same tag and class.
    public int signature() {
        return signature;
    }

    /// Words of all text in it.
    public float words() {
        return words;
    }

    public float linkWords() {
        return linkWords;
    }

    /// Words of its blocks that read like prose.
    public float proseWords() {
        return proseWords;
    }

    public int proseBlocks() {
        return proseBlocks;
    }

    public int blocks() {
        return blocks;
    }

    /// Share of its blocks that begin with a phrase that is no part of a body.
    public float cuedShare() {
        return (float) cuedBlocks / Math.max(1, blocks);
    }

    /// Share of its blocks that are mostly links.
    public float linkShare() {
        return (float) linkBlocks / Math.max(1, blocks);
    }

    public int pictures() {
        return pictures;
    }

    /// Index of its first block, -1 where it has none.
    public int firstBlock() {
        return firstBlock;
    }

    public int lastBlock() {
        return lastBlock;
    }

    public boolean hints(Hint hint) {
        return (hints & hint.bit()) != 0;
    }
}
