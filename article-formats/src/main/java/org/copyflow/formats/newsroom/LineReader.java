package org.copyflow.formats.newsroom;

import org.jspecify.annotations.Nullable;

/// Says what one line is, by what it says alone. Where a line could be two things, the surer recogniser comes first.
public final class LineReader {

    private LineReader() {}

    /// @param line without white space around it
    public static PrintedLine read(String line) {
        PrintedLine found = Furniture.read(line);
        found = found == null ? Remarks.read(line) : found;
        found = found == null ? PictureTexts.read(line) : found;
        found = found == null ? Bylines.read(line) : found;
        found = found == null ? MetadataLines.read(line) : found;
        return found == null ? new PrintedLine.Text(line) : found;
    }

    /// The same for a line that is set as a heading: it may be a banner, a kicker, a title; never prose.
    public static PrintedLine readHeading(String line) {
        @Nullable PrintedLine found = Furniture.read(line);
        found = found == null ? Remarks.read(line) : found;
        found = found == null ? Bylines.read(line) : found;
        return found == null ? new PrintedLine.Text(line) : found;
    }
}
