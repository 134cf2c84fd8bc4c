package org.copyflow.formats.html.lexicon;

/// What a phrase in a text says its block is for. The phrases of each are in `cues.txt`.
public enum Cue {
    RELATED,
    SHARE,
    NEWSLETTER,
    COMMENT,
    COPYRIGHT,
    CONSENT,
    PAYWALL,
    BIOGRAPHY,
    TAGS,
    DATE,
    ADVERTISEMENT,
    PHOTO,
    CONTACT,
    READING_TIME,
    SOURCE,
    DISCLOSURE,
    CORRECTION,
    DONATE,
    NAVIGATION,
    BYLINE,
    CALL_TO_ACTION;

    public int bit() {
        return 1 << ordinal();
    }
}
