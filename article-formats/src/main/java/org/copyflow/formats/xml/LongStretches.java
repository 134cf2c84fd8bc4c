package org.copyflow.formats.xml;

import org.copyflow.formats.UnreadableDocumentException;

/// Refuses a document in which one text or one tag is longer than any article: a parser doubles its buffer again and
/// again to take it in one piece.
final class LongStretches {

    /// From the beginning of one tag to that of the next; sections of character data in between are one text with it.
    static final int MAX_CHARS = 8 * 1_048_576;

    private LongStretches() {}

    /// @param xml the document's characters; its bytes as characters do as well, where tags are ASCII
    static void refuse(String xml) {
        if (xml.length() <= MAX_CHARS) {
            return;
        }
        int begun = 0;
        int at = xml.indexOf('<');
        while (at >= 0) {
            int next;
            if (xml.startsWith("<![CDATA[", at)) {
                next = after(xml, "]]>", at);
            } else if (xml.startsWith("<!--", at)) {
                next = after(xml, "-->", at);
            } else {
                check(at - begun);
                begun = at;
                next = at + 1;
            }
            at = xml.indexOf('<', next);
        }
        check(xml.length() - begun);
    }

    private static int after(String xml, String end, int from) {
        int found = xml.indexOf(end, from);
        return found < 0 ? xml.length() : found + end.length();
    }

    private static void check(int chars) {
        if (chars > MAX_CHARS) {
            throw new UnreadableDocumentException(
                    "unreadable-xml",
                    "The document has a text or a tag of " + chars + " characters, the limit is " + MAX_CHARS + ".");
        }
    }
}
