package org.copyflow.formats.newsml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What the aliases in an item's qcodes stand for: the item's own `catalog` elements, else IPTC's standard catalog, of
/// which a copy ships with the reader. A catalog that an item only refers to is never fetched; its aliases stay as they
/// are.
///
/// @param own aliases that the item declares itself, with the addresses that codes are appended to
record Catalog(Map<String, String> own) {

    private static final Map<String, String> STANDARD = standard();
    private static final int MAX_SCHEMES = 1_000;

    static Catalog of(Element item) {
        var own = new HashMap<String, String>();
        for (Element scheme : item.select("> catalog > scheme, > catalogContainer scheme")) {
            String alias = scheme.attr("alias").strip();
            String uri = scheme.attr("uri").strip();
            if (!alias.isEmpty() && !uri.isEmpty() && own.size() < MAX_SCHEMES) {
                own.putIfAbsent(alias, uri);
            }
        }
        return new Catalog(own);
    }

    /// The address of a qcode's concept; absent where nobody says what its alias stands for.
    @Nullable
    String uri(String qcode) {
        int colon = qcode.indexOf(':');
        if (colon <= 0) {
            return null;
        }
        String alias = qcode.substring(0, colon);
        String scheme = own.getOrDefault(alias, STANDARD.get(alias));
        return scheme == null ? null : scheme + qcode.substring(colon + 1).strip();
    }

    /// The address of the concept that an element names by `uri` or `qcode`, else its qcode as it is.
    @Nullable
    String concept(Element element) {
        String uri = element.attr("uri").strip();
        String qcode = element.attr("qcode").strip();
        if (!uri.isEmpty()) {
            return uri;
        }
        if (qcode.isEmpty()) {
            return null;
        }
        String resolved = uri(qcode);
        return resolved == null ? qcode : resolved;
    }

    private static Map<String, String> standard() {
        var schemes = new HashMap<String, String>();
        InputStream stream = Catalog.class.getResourceAsStream("catalog.txt");
        if (stream == null) {
            throw new IllegalStateException("catalog.txt is not beside its class; rebuild");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                int space = line.indexOf(' ');
                if (space > 0 && !line.startsWith("#")) {
                    schemes.put(
                            line.substring(0, space), line.substring(space + 1).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read catalog.txt", e);
        }
        return Map.copyOf(schemes);
    }
}
