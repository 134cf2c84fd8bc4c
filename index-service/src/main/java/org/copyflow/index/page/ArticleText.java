package org.copyflow.index.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Quote;
import org.copyflow.index.form.TextHtml;
import org.copyflow.index.page.MarkedText.Mark;
import org.copyflow.index.page.MarkedText.Stretch;

/// An article's text, block by block, with its evidence marked.
final class ArticleText {

    private ArticleText() {}

    /// A block as HTML has it. List items that follow one another stand in one list.
    ///
    /// @param items for a list; else one
    record Part(Block.Type type, List<Item> items) {

        public boolean heading() {
            return type == Block.Type.HEADING;
        }

        public boolean list() {
            return type == Block.Type.LIST_ITEM;
        }

        public boolean quote() {
            return type == Block.Type.QUOTE;
        }

        public boolean paragraph() {
            return type == Block.Type.PARAGRAPH;
        }
    }

    record Item(List<Stretch> stretches) {}

    static List<Part> parts(Article article) {
        var marked = new MarkedText(article.text(), marks(article));
        var parts = new ArrayList<Part>();
        for (Block block : TextHtml.covering(article)) {
            List<Stretch> stretches = marked.stretches(block.start(), block.end());
            if (stretches.stream().allMatch(stretch -> stretch.text().isBlank())) {
                continue;
            }
            boolean goesOn = block.type() == Block.Type.LIST_ITEM
                    && !parts.isEmpty()
                    && parts.getLast().list();
            if (!goesOn) {
                parts.add(new Part(block.type(), new ArrayList<>()));
            }
            parts.getLast().items().add(new Item(stretches));
        }
        return parts;
    }

    private static List<Mark> marks(Article article) {
        Stream<Mark> quotes = article.quotes().stream().map(ArticleText::mark);
        Stream<Mark> entities = article.entities().stream().flatMap(ArticleText::marks);
        Stream<Mark> figures = article.statistics() == null
                ? Stream.of()
                : article.statistics().figures().stream().map(ArticleText::mark);
        return Stream.of(quotes, entities, figures).flatMap(marks -> marks).toList();
    }

    private static Mark mark(Quote quote) {
        String says = quote.speaker() == null ? "quoted" : "said by " + quote.speaker();
        return new Mark(quote.start(), quote.end(), "quoted", says);
    }

    private static Stream<Mark> marks(Entity entity) {
        String kind = entity.type().name().toLowerCase(Locale.ROOT);
        String says = entity.name() + ", " + kind;
        return entity.mentions().stream().map(span -> new Mark(span.start(), span.end(), kind, says));
    }

    private static Mark mark(Figure figure) {
        return new Mark(
                figure.start(), figure.end(), "figure", FigureRow.of(figure).says());
    }
}
