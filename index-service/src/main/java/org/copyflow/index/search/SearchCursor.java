package org.copyflow.index.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.copyflow.index.search.SearchQuery.Order;

/// The last hit of a page. The page after it begins right behind this article, whatever was published meanwhile: by
/// relevance behind where it stands then, since its score is another one after new articles and on another instance.
///
/// @param order of the pages
/// @param key the hit's time in milliseconds, or the bits of its score
/// @param articleId the hit
public record SearchCursor(Order order, long key, String articleId) {

    private static final int MAX_CHARS = 500;
    private static final String SEPARATOR = " ";

    static SearchCursor after(Order order, FieldDoc hit) {
        Object key = hit.fields[0];
        String id = ((BytesRef) hit.fields[1]).utf8ToString();
        return new SearchCursor(order, order == Order.TIME ? (Long) key : Float.floatToIntBits((Float) key), id);
    }

    /// @throws IllegalArgumentException where the text is not one that [#toString()] makes
    public static SearchCursor parse(String text) {
        if (text.length() > MAX_CHARS) {
            throw new IllegalArgumentException("a cursor has at most " + MAX_CHARS + " characters");
        }
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("it is not a cursor of a search");
        }
        return new SearchCursor(Order.valueOf(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }

    /// Where the hit stands by relevance now.
    FieldDoc at(float score) {
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {score, new BytesRef(articleId)});
    }

    /// Where it stood.
    FieldDoc asFieldDoc() {
        Object first = order == Order.TIME ? (Object) key : (Object) Float.intBitsToFloat((int) key);
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {first, new BytesRef(articleId)});
    }

    @Override
    public String toString() {
        String parts = String.join(SEPARATOR, order.name(), Long.toString(key), articleId);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }
}
