package org.copyflow.formats.xml;

import java.util.List;

/// The document type that stands before the root element of old formats, as `<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">`.
/// One of a known format that has no declarations of its own says nothing that is needed, and is left out before
/// parsing: its file is never looked for. Any other is left where it is, and refused by the parser.
final class Doctype {

    private static final String START = "<!DOCTYPE";
    /// What may follow it: NITF's, whose file has many names, and RSS 0.91's public one.
    private static final List<String> KNOWN = List.of("nitf", "rss PUBLIC");
    /// Comments and processing instructions before it count.
    private static final int MAX_PROLOG_CHARS = 4_096;

    private Doctype() {}

    /// @param begin where it begins
    /// @param end where it ends, exclusive
    record Place(int begin, int end) {
        static final Place NOWHERE = new Place(0, 0);
    }

    /// Where a document type is that can be left out; empty where there is none.
    static Place ignorable(CharSequence xml) {
        String prolog =
                xml.subSequence(0, Math.min(xml.length(), MAX_PROLOG_CHARS)).toString();
        int at = 0;
        while (at >= 0 && at < prolog.length()) {
            at = prolog.indexOf('<', at);
            if (at < 0) {
                return Place.NOWHERE;
            }
            if (prolog.startsWith("<!--", at)) {
                at = after(prolog, "-->", at);
            } else if (prolog.startsWith("<?", at)) {
                at = after(prolog, "?>", at);
            } else {
                return prolog.startsWith(START, at) ? place(prolog, at) : Place.NOWHERE;
            }
        }
        return Place.NOWHERE;
    }

    private static int after(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? -1 : found + end.length();
    }

    private static Place place(String prolog, int begin) {
        int name = begin + START.length() + 1;
        int nameEnd = name;
        for (String known : KNOWN) {
            nameEnd = prolog.startsWith(known, name) ? name + known.length() : nameEnd;
        }
        boolean isKnown = nameEnd > name
                && nameEnd < prolog.length()
                && Character.isWhitespace(prolog.charAt(name - 1))
                && " \t\r\n>".indexOf(prolog.charAt(nameEnd)) >= 0;
        if (!isKnown) {
            return Place.NOWHERE;
        }
        char quote = 0;
        for (int i = nameEnd; i < prolog.length(); i++) {
            char c = prolog.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return new Place(begin, i + 1);
            } else if (c == '[' || c == '<') {
                return Place.NOWHERE;
            }
        }
        return Place.NOWHERE;
    }
}
