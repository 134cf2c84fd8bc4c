package org.copyflow.formats.html.pictures;

import java.util.List;
import org.copyflow.events.article.Caption;
import org.copyflow.formats.html.facts.Captions;
import org.copyflow.formats.html.lexicon.Hint;
import org.copyflow.formats.html.page.FactElements;
import org.copyflow.formats.html.stated.StatedPicture;
import org.copyflow.formats.html.words.Names;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The pictures that a page shows, as statements of their own.
final class PagePictures {

    private static final int MIN_WIDTH = 200;
    private static final int MIN_HEIGHT = 100;
    private static final int MAX_ANCESTORS = 6;
    private static final int MAX_TEXT_CHARS = 2000;
    /// Where scripts that load pictures late find their address.
    private static final List<String> LATE = List.of("data-src", "data-original", "data-lazy-src");
    private static final int ASIDE = Hint.COMMENT.bit()
            | Hint.RELATED.bit()
            | Hint.FOOTER.bit()
            | Hint.AUTHOR.bit()
            | Hint.SHARE.bit()
            | Hint.PROMOTION.bit()
            | Hint.TEASER.bit()
            | Hint.NAVIGATION.bit()
            | Hint.OVERLAY.bit()
            | Hint.CONSENT.bit();

    private PagePictures() {}

    /// Whether it may be one of the article's own: no small one, and not beside what is no part of it.
    static boolean isOfArticle(FactElements.Noted noted) {
        Attributes attributes = noted.element().attributes();
        Integer width = StatedPicture.pixels(attributes.get("width"));
        Integer height = StatedPicture.pixels(attributes.get("height"));
        return ((noted.hints() | noted.around()) & ASIDE) == 0
                && (width == null || width >= MIN_WIDTH)
                && (height == null || height >= MIN_HEIGHT)
                && (width != null || figure(noted.element()) != null);
    }

    static StatedPicture read(Element picture) {
        Attributes attributes = picture.attributes();
        Element figure = figure(picture);
        Caption caption = figure == null ? null : caption(figure);
        return new StatedPicture(
                address(attributes),
                text(attributes.get("alt")),
                caption == null ? null : text(caption.text()),
                caption == null || caption.credit() == null ? null : text(caption.credit()),
                StatedPicture.pixels(attributes.get("width")),
                StatedPicture.pixels(attributes.get("height")),
                figure == null ? "img" : "figure");
    }

    private static @Nullable String text(String value) {
        String text = Names.clean(value);
        return text.isEmpty() || text.length() > MAX_TEXT_CHARS ? null : text;
    }

    /// That of the picture, else that which a script would load, else the first of several sizes.
    static String address(Attributes attributes) {
        String address = attributes.get("src");
        for (int i = 0; i < LATE.size() && (address.isEmpty() || address.startsWith("data:")); i++) {
            address = attributes.get(LATE.get(i));
        }
        if (!address.isEmpty() && !address.startsWith("data:")) {
            return address;
        }
        String sizes = attributes.get("srcset").strip();
        int end = sizes.indexOf(' ');
        return end < 0 ? sizes : sizes.substring(0, end);
    }

    private static @Nullable Element figure(Element picture) {
        Element around = picture.parent();
        for (int i = 0; i < MAX_ANCESTORS && around != null; i++) {
            if (around.nameIs("figure")) {
                return around;
            }
            around = around.parent();
        }
        return null;
    }

    private static @Nullable Caption caption(Element figure) {
        Element below = figure.selectFirst("figcaption");
        if (below == null) {
            return null;
        }
        String text = Names.clean(below.text());
        Element credit = below.selectFirst("[class*=credit], [class*=copyright], [itemprop=copyrightHolder]");
        String named = credit == null ? "" : Names.clean(credit.text());
        boolean atEnd = !named.isEmpty() && text.endsWith(named) && named.length() < text.length();
        Caption whole = Captions.caption(
                atEnd ? text.substring(0, text.length() - named.length()).strip() : text);
        return atEnd && whole.credit() == null ? new Caption(whole.text(), credit(named)) : whole;
    }

    /// The credit without `Photo:` before it.
    private static String credit(String named) {
        String credit = Captions.caption(named).credit();
        return credit == null ? named : credit;
    }
}
