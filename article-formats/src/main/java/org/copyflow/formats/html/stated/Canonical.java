package org.copyflow.formats.html.stated;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// The page's own address.
public final class Canonical {

    private Canonical() {}

    /// The canonical link, else `og:url`; null where neither is an absolute web address.
    public static @Nullable Fact<String> url(Document page) {
        return url(MetaTags.of(page));
    }

    public static @Nullable Fact<String> url(MetaTags meta) {
        for (String name : new String[] {"link:canonical", "og:url"}) {
            Fact<String> url = meta.first(name);
            if (url != null
                    && (url.value().startsWith("https://") || url.value().startsWith("http://"))) {
                return url;
            }
        }
        return null;
    }
}
