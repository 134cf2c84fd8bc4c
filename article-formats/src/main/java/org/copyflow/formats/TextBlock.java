package org.copyflow.formats;

import org.copyflow.events.article.Block;
import org.copyflow.formats.characters.ControlCharacters;

/// A block of clean text: no markup, single spaces, no line breaks. Control characters are left out.
public record TextBlock(Block.Type type, String text) {

    public TextBlock {
        text = ControlCharacters.removed(text);
    }

    public static TextBlock paragraph(String text) {
        return new TextBlock(Block.Type.PARAGRAPH, text);
    }

    public static TextBlock heading(String text) {
        return new TextBlock(Block.Type.HEADING, text);
    }
}
