package org.copyflow.formats.newspaper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copyflow.formats.SourceArticle;

/// Reads the lines of a newspaper page, or of several glued together, as the articles that a reader sees on it. Linear
/// in the number of lines.
public final class NewspaperPage {

    private NewspaperPage() {}

    /// @return the articles in reading order; none where the page holds no text
    public static List<SourceArticle> read(List<PageLine> lines) {
        List<Stretch> stretches = PageOutline.of(PagePieces.of(lines));
        var articles = new ArrayList<ArticleParts>();
        for (Stretch stretch : stretches) {
            var article = new ArticleParts();
            article.add(stretch);
            boolean empty = article.hasNoText();
            if (empty && !articles.isEmpty()) {
                articles.getLast().adoptPictures(article);
            } else if (!empty) {
                articles.add(article);
            }
        }
        return articles.stream().map(ArticleParts::build).toList();
    }

    /// Reads lines that hold one article whose title is known: every heading is a subhead.
    ///
    /// @return the article, or nothing where the lines hold no text
    public static Optional<SourceArticle> readOne(List<PageLine> lines) {
        var article = new ArticleParts();
        article.add(Stretch.of(PagePieces.of(lines)));
        return article.hasNoText() ? Optional.empty() : Optional.of(article.build());
    }
}
