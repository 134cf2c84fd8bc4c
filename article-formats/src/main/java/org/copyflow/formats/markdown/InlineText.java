package org.copyflow.formats.markdown;

import java.util.ArrayList;
import java.util.List;

/// The text of a paragraph while it is read: its lines, and which of them are bold as a whole. Not thread-safe.
final class InlineText {

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean allBold = true;

    /// A line and how it is set.
    record Line(String text, boolean bold) {}

    void append(String text, boolean bold) {
        line.append(text);
        allBold &= bold || text.isBlank();
    }

    void breakLine() {
        String text = line.toString().strip();
        if (!text.isEmpty()) {
            lines.add(new Line(text, allBold));
        }
        line.setLength(0);
        allBold = true;
    }

    List<Line> lines() {
        breakLine();
        return lines;
    }

    String text() {
        return String.join("\n", lines().stream().map(Line::text).toList());
    }
}
