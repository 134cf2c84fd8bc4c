package org.copyflow.formats.html.lexicon;

/// What the class, id, role or itemprop of an element hints at. The words of each are in `hints.txt`.
public enum Hint {
    /// an article, a story, a post
    ARTICLE,
    /// body, content, text
    BODY,
    /// comments and discussions
    COMMENT,
    /// related, recommended, most read
    RELATED,
    /// share bars and social buttons
    SHARE,
    /// menus, breadcrumbs, pagers
    NAVIGATION,
    /// page feet and legal lines
    FOOTER,
    /// page heads
    HEADER,
    /// columns beside the text
    SIDEBAR,
    /// advertising, newsletters, calls to action, pay walls
    PROMOTION,
    /// bylines and biographies
    AUTHOR,
    /// dates, tags, categories, reading time
    DETAILS,
    /// captions, credits, galleries
    CAPTION,
    /// dialogs
    OVERLAY,
    /// cookie and consent boxes
    CONSENT,
    /// headlines
    TITLE,
    /// standfirst, summary, lead
    LEAD,
    /// widgets, modules, embeds
    WIDGET,
    /// pull quotes
    QUOTE,
    /// not shown, or for screen readers only
    HIDDEN,
    /// lists of teasers, cards
    TEASER,
    /// notes, disclosures, corrections
    NOTE,
    /// tables of contents
    CONTENTS,
    /// the body itself, by microdata or a CMS mark
    MARKED_BODY;

    public int bit() {
        return 1 << ordinal();
    }
}
