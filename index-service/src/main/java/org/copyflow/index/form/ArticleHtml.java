package org.copyflow.index.form;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Rights;
import org.copyflow.events.article.StatedTime;
import org.jspecify.annotations.Nullable;

/// An article as a page of its own: headline, byline, text, captions, notice. Nothing of the source's mark-up is
/// in it, no script, no style, nothing to load; all text is escaped.
public final class ArticleHtml {

    /// For the header of that name: a browser takes the page for text alone, whatever is in it.
    public static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private final StringBuilder html = new StringBuilder();

    private ArticleHtml() {}

    static String of(Article article) {
        var page = new ArticleHtml();
        page.add(article);
        return page.html.toString();
    }

    private void add(Article article) {
        String language = article.language();
        html.append("<!DOCTYPE html>\n<html");
        if (language != null) {
            html.append(" lang=\"").append(TextHtml.escaped(language)).append('"');
        }
        html.append(">\n<head>\n<meta charset=\"utf-8\">\n");
        String title = article.title();
        element("title", title == null ? article.id() : title);
        html.append("</head>\n<body>\n<article>\n<header>\n");
        element("p", article.kicker());
        element("h1", article.title());
        element("p", byline(article));
        time("Published", article.publishedAt());
        time("Updated", article.updatedAt());
        html.append("</header>\n").append(TextHtml.of(article));
        article.captions().forEach(this::caption);
        html.append("<footer>\n");
        rights(article.rights());
        original(article);
        html.append("</footer>\n</article>\n</body>\n</html>\n");
    }

    private static @Nullable String byline(Article article) {
        return article.bylineText() != null || article.bylines().isEmpty()
                ? article.bylineText()
                : article.bylines().stream().map(Byline::name).collect(Collectors.joining(", "));
    }

    private void time(String label, @Nullable StatedTime time) {
        if (time != null) {
            String text = TextHtml.escaped(time.iso());
            html.append("<p>%s <time datetime=\"%s\">%s</time></p>\n".formatted(label, text, text));
        }
    }

    private void caption(Caption caption) {
        html.append("<figure><figcaption>").append(TextHtml.escaped(caption.text()));
        String credit = caption.credit();
        if (credit != null) {
            html.append(" <small>").append(TextHtml.escaped(credit)).append("</small>");
        }
        html.append("</figcaption></figure>\n");
    }

    private void rights(@Nullable Rights rights) {
        if (rights != null) {
            boolean named = rights.copyrightNotice() == null && rights.copyrightHolder() != null;
            Stream.of(
                            named ? "© " + rights.copyrightHolder() : rights.copyrightNotice(),
                            rights.usageTerms(),
                            rights.licence())
                    .forEach(line -> element("p", line));
        }
    }

    private void original(Article article) {
        String url = article.url();
        if (url != null && LeadImage.isWebAddress(url)) {
            html.append("<p><a href=\"%s\" rel=\"noopener noreferrer\">%s</a></p>\n"
                    .formatted(TextHtml.escaped(url), TextHtml.escaped(url)));
        }
    }

    private void element(String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            html.append('<').append(name).append('>').append(TextHtml.escaped(text));
            html.append("</").append(name).append(">\n");
        }
    }
}
