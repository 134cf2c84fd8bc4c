package org.copyflow.formats.text;

import org.copyflow.formats.newsroom.LineReader;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.Prose;

/// A line of a text and what it was recognised as.
///
/// @param restored true where a lost break was put back before or after it
/// @param repeated true where the same line stood beside it
record TextLine(String text, PrintedLine printed, boolean restored, boolean repeated) {

    static TextLine of(String text) {
        return new TextLine(text, LineReader.read(text), false, false);
    }

    TextLine as(PrintedLine other) {
        return new TextLine(text, other, restored, repeated);
    }

    TextLine twice() {
        return new TextLine(text, printed, restored, true);
    }

    boolean isText() {
        return printed instanceof PrintedLine.Text;
    }

    boolean isParagraph() {
        return isText() && Prose.isParagraph(text);
    }

    /// True where it is the line as it stood, with nothing cut from it or put into it.
    boolean isWhole() {
        return !text.isEmpty() && !restored;
    }

    /// A label, a menu entry, a headline: no sentence.
    boolean isShort() {
        return isText() && !isParagraph() && !Prose.endsSentence(text);
    }
}
