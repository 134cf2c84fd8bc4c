package org.copyflow.formats.xml;

import org.jsoup.nodes.Entities;

/// HTML's named characters in XML (`&nbsp;`, `&rsquo;`), which XML knows only by a document type: feeds and NITF write
/// them nevertheless. Each becomes its character; XML's own five, CDATA and names that HTML does not know stay as they
/// are.
final class NamedEntities {

    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final String OF_XML = " lt gt amp quot apos ";
    private static final int MAX_NAME_CHARS = 32;

    private NamedEntities() {}

    /// Whether there may be any among these bytes: an ampersand before a letter.
    static boolean isLikely(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '&' && Character.isLetter(bytes[i + 1]) && !isOfXml(bytes, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfXml(byte[] bytes, int at) {
        var name = new StringBuilder(" ");
        for (int i = at; i < bytes.length && i < at + MAX_NAME_CHARS && bytes[i] != ';'; i++) {
            name.append((char) (bytes[i] & 0xFF));
        }
        return OF_XML.contains(name.append(' '));
    }

    static String resolved(String xml) {
        var text = new StringBuilder(xml.length());
        int copied = 0;
        int cdata = xml.indexOf(CDATA);
        int ampersand = xml.indexOf('&');
        while (ampersand >= 0) {
            if (cdata >= 0 && cdata < ampersand) {
                int end = xml.indexOf(CDATA_END, cdata);
                cdata = end < 0 ? -1 : xml.indexOf(CDATA, end);
                ampersand = end < 0 ? -1 : xml.indexOf('&', end);
                continue;
            }
            int semicolon = end(xml, ampersand + 1);
            String character = semicolon < 0 ? "" : character(xml.substring(ampersand + 1, semicolon));
            if (!character.isEmpty()) {
                text.append(xml, copied, ampersand).append(character);
                copied = semicolon + 1;
            }
            ampersand = xml.indexOf('&', ampersand + 1);
        }
        return copied == 0 ? xml : text.append(xml, copied, xml.length()).toString();
    }

    /// The place of the semicolon after a name that begins here, or -1.
    private static int end(String xml, int from) {
        int i = from;
        while (i < xml.length() && i - from <= MAX_NAME_CHARS && Character.isLetterOrDigit(xml.charAt(i))) {
            i++;
        }
        return i > from && i < xml.length() && xml.charAt(i) == ';' ? i : -1;
    }

    private static String character(String name) {
        String character = OF_XML.contains(' ' + name + ' ') ? "" : Entities.getByName(name);
        return character.equals("<") || character.equals("&") ? "" : character;
    }
}
