package org.copyflow.formats.html.page;

/// A stretch of text between two block boundaries (or line breaks), with what one scan of it counted. Filled by
/// [OutlineWalker] and [TextScan]; read-only afterwards.

public final class PageBlock {

    private final Box box;
    private final String text;
    private final boolean afterLineBreak;
    int linkWords;
    int links;
    int boldChars;
    int italicChars;
    int pictures;
    boolean afterRule;
    boolean marked;
    boolean consent;
    int inlineHints;

    float words;
    int capitalised;
    int allCaps;
    int digits;
    int commas;
    int sentenceEnds;
    int stopWords;
    int separators;
    boolean atSign;
    boolean copyrightSign;
    boolean dollarSign;
    int startCues;
    int cues;
    int startCueChars;
    int firstWord;
    int endWord;

    PageBlock(Box box, String text, boolean afterLineBreak) {
        this.box = box;
        this.text = text;
        this.afterLineBreak = afterLineBreak;
    }

    /// The innermost block-level element it stands in.
    public Box box() {
        return box;
    }

    /// Single spaces, no line breaks.
    public String text() {
        return text;
    }

    /// Whether it goes on after a line break in the same element.
    public boolean afterLineBreak() {
        return afterLineBreak;
    }

    /// Words; ideographs count as six tenths of one each.
    public float words() {
        return words;
    }

    public float linkDensity() {
        return words <= 0 ? 0 : Math.min(1, linkWords / words);
    }

    public int links() {
        return links;
    }

    public float boldShare() {
        return (float) boldChars / Math.max(1, text.length());
    }

    public float italicShare() {
        return (float) italicChars / Math.max(1, text.length());
    }

    public int pictures() {
        return pictures;
    }

    /// Whether a CMS's comments mark it as part of the body.
    public boolean marked() {
        return marked;
    }

    /// Bits of [Hint] of the inline elements that hold all of its text.
    public int inlineHints() {
        return inlineHints;
    }

    public boolean afterRule() {
        return afterRule;
    }

    public int capitalised() {
        return capitalised;
    }

    public int allCaps() {
        return allCaps;
    }

    public int digits() {
        return digits;
    }

    public int commas() {
        return commas;
    }

    public int sentenceEnds() {
        return sentenceEnds;
    }

    public int stopWords() {
        return stopWords;
    }

    /// Bars, bullets and arrows.
    public int separators() {
        return separators;
    }

    public boolean hasAtSign() {
        return atSign;
    }

    public boolean hasCopyrightSign() {
        return copyrightSign;
    }

    public boolean hasDollarSign() {
        return dollarSign;
    }

    /// Bits of [Cue] of the phrases it starts with.
    public int startCues() {
        return startCues;
    }

    /// Bits of [Cue] of all phrases in it.
    public int cues() {
        return cues;
    }

    /// How far the phrase it starts with reaches.
    public int startCueChars() {
        return startCueChars;
    }

    /// Where its words begin among the page's [WordHashes].
    public int firstWord() {
        return firstWord;
    }

    public int endWord() {
        return endWord;
    }

    /// Whether it stands in a box that asks for consent.
    public boolean inConsent() {
        return consent;
    }

    /// Whether it reads like running text: long enough, with sentence ends or commas, few links, no consent asked for.
    public boolean isProse() {
        return words >= 12 && !consent && linkDensity() < 0.35f && sentenceEnds + commas > 0;
    }
}
