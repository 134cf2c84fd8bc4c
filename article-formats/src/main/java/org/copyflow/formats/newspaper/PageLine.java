package org.copyflow.formats.newspaper;

/// A line of a page: a heading or a paragraph, without markup.
///
/// @param level of a heading, 1 the highest; 0 where it is none
public record PageLine(Kind kind, int level, String text) {

    /// The level of a line that is only set in bold.
    public static final int BOLD_LEVEL = 7;

    /// How the page sets a line.
    public enum Kind {
        HEADING,
        PARAGRAPH,
        LIST_ITEM,
        QUOTE
    }

    public static PageLine heading(int level, String text) {
        return new PageLine(Kind.HEADING, level, text);
    }

    public static PageLine paragraph(String text) {
        return new PageLine(Kind.PARAGRAPH, 0, text);
    }

    boolean isHeading() {
        return kind == Kind.HEADING;
    }
}
