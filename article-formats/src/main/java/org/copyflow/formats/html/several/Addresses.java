package org.copyflow.formats.html.several;

import org.copyflow.events.article.LeadImage;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Where links lead.
final class Addresses {

    private static final int MAX_CHARS = 2048;

    private Addresses() {}

    /// Without the fragment; empty where it is no web address, or one on the same page.
    ///
    /// @param page what relative addresses start from where the page names nothing else; may be empty
    static String absolute(Element link, String page) {
        String stated = link.attr("href").strip();
        if (stated.startsWith("#") || stated.length() > MAX_CHARS) {
            return "";
        }
        String url = link.absUrl("href");
        if (url.isEmpty() && !page.isEmpty()) {
            var relative = new Element("a").attr("href", stated);
            relative.setBaseUri(page);
            url = relative.absUrl("href");
        }
        return LeadImage.isWebAddress(url) ? withoutFragment(url) : "";
    }

    static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /// Whether both are addresses of one host, as far as they can be read.
    static boolean sameHost(String a, String b) {
        String host = host(a);
        return host != null && host.equalsIgnoreCase(host(b));
    }

    private static @Nullable String host(String url) {
        int start = url.indexOf("//") + 2;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return start < 2 || end == start ? null : url.substring(start, end);
    }
}
