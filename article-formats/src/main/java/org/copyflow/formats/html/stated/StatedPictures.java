package org.copyflow.formats.html.stated;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.formats.html.page.FactElements;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The pictures that a page states for its article, most trusted first: OpenGraph, JSON-LD, microdata, Twitter's tags,
/// a link of the head. Stateless.
final class StatedPictures {

    private StatedPictures() {}

    static List<StatedPicture> of(StatedFacts stated) {
        var pictures = new ArrayList<StatedPicture>();
        MetaTags meta = stated.meta();
        add(pictures, ofGraph(meta));
        add(pictures, stated.linkedData().picture());
        for (FactElements.Noted noted : stated.outline().facts().properties()) {
            add(pictures, noted.isAside() ? null : ofProperty(noted.element()));
        }
        add(pictures, ofCard(meta));
        Fact<String> link = meta.first("link:image_src");
        add(pictures, link == null ? null : bare(link));
        return pictures;
    }

    private static void add(List<StatedPicture> pictures, @Nullable StatedPicture picture) {
        if (picture != null) {
            pictures.add(picture);
        }
    }

    private static StatedPicture bare(Fact<String> address) {
        return new StatedPicture(address.value(), null, null, null, null, null, address.signal());
    }

    private static @Nullable StatedPicture ofGraph(MetaTags meta) {
        Fact<String> address = meta.first("og:image:secure_url", "og:image", "og:image:url");
        return address == null
                ? null
                : new StatedPicture(
                        address.value(),
                        valueOf(meta.first("og:image:alt")),
                        null,
                        null,
                        StatedPicture.pixels(valueOf(meta.first("og:image:width"))),
                        StatedPicture.pixels(valueOf(meta.first("og:image:height"))),
                        address.signal());
    }

    private static @Nullable StatedPicture ofCard(MetaTags meta) {
        Fact<String> address = meta.first("twitter:image", "twitter:image:src");
        String alt = valueOf(meta.first("twitter:image:alt"));
        return address == null
                ? null
                : new StatedPicture(address.value(), alt, null, null, null, null, address.signal());
    }

    /// `itemprop="image"`: an address, a picture, or a scope that holds an `url` and a size.
    private static @Nullable StatedPicture ofProperty(Element element) {
        if (!element.attributes().get("itemprop").equals("image")) {
            return null;
        }
        Element at =
                element.hasAttr("itemscope") ? element.selectFirst("[itemprop=url], [itemprop=contentUrl]") : element;
        String address = at == null ? "" : address(at.attributes());
        return address.isEmpty()
                ? null
                : new StatedPicture(
                        address,
                        null,
                        null,
                        null,
                        StatedPicture.pixels(size(element, "width")),
                        StatedPicture.pixels(size(element, "height")),
                        "itemprop image");
    }

    private static String size(Element element, String name) {
        Element scoped = element.hasAttr("itemscope") ? element.selectFirst("[itemprop=" + name + "]") : null;
        return scoped == null
                ? element.attributes().get(name)
                : scoped.attributes().get("content");
    }

    private static String address(Attributes attributes) {
        String content = attributes.get("content");
        String address = content.isEmpty() ? attributes.get("src") : content;
        return address.isEmpty() ? attributes.get("href") : address;
    }

    private static @Nullable String valueOf(@Nullable Fact<String> fact) {
        return fact == null ? null : fact.value();
    }
}
