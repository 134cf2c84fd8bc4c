package org.copyflow.formats;

import org.copyflow.events.article.Block;

/// A block of clean text: no markup, single spaces, no line breaks.
public record TextBlock(Block.Type type, String text) {

    public static TextBlock paragraph(String text) {
        return new TextBlock(Block.Type.PARAGRAPH, text);
    }

    public static TextBlock heading(String text) {
        return new TextBlock(Block.Type.HEADING, text);
    }
}
