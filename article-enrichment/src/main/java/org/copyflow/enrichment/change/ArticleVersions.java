package org.copyflow.enrichment.change;

import java.util.List;
import java.util.stream.Collectors;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.Revision;
import org.copyflow.events.article.Revision.Field;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.article.Statistics;
import org.jspecify.annotations.Nullable;

/// Compares two versions of an article as a reader would: headline, byline, date, paragraphs, and what its text
/// claims.
///
/// A figure counts by what it says, not by how it is written (`1.1 million` is `1,100,000`), a quote by its words
/// and its speaker; differences of white space count nowhere. At most 20 changes of a field are listed, each text
/// of at most 400 UTF-16 code units. Pure.
public final class ArticleVersions {

    private ArticleVersions() {}

    /// What `after` changed of `before`.
    public static Revision compare(Article before, Article after) {
        var changes = new ChangeList();
        changes.replaced(Field.TITLE, before.title(), after.title());
        changes.replaced(Field.KICKER, before.kicker(), after.kicker());
        changes.replaced(Field.BYLINE, byline(before), byline(after));
        changes.replaced(Field.SECTION, before.section(), after.section());
        changes.replaced(Field.PUBLISHED_AT, iso(before.publishedAt()), iso(after.publishedAt()));
        changes.replaced(Field.URL, before.url(), after.url());
        ListChanges.add(Field.BODY, paragraphs(before), paragraphs(after), changes);
        FigureChanges.add(figures(before), figures(after), changes);
        QuoteChanges.add(before.quotes(), after.quotes(), changes);
        ListChanges.add(Field.CAPTION, captions(before), captions(after), changes);
        ListChanges.add(Field.NOTE, notes(before), notes(after), changes);
        return new Revision(before.version(), changes.listed(), changes.more());
    }

    private static @Nullable String byline(Article article) {
        return article.bylines().isEmpty()
                ? article.bylineText()
                : article.bylines().stream().map(Byline::name).collect(Collectors.joining(", "));
    }

    private static @Nullable String iso(@Nullable StatedTime time) {
        return time == null ? null : time.iso();
    }

    private static List<String> paragraphs(Article article) {
        return article.blocks().stream()
                .map(block -> article.text().substring(block.start(), block.end()))
                .toList();
    }

    private static List<String> captions(Article article) {
        return article.captions().stream().map(Caption::text).toList();
    }

    private static List<String> notes(Article article) {
        return article.notes().stream().map(Note::text).toList();
    }

    private static List<FigureChanges.Claim> figures(Article article) {
        Statistics statistics = article.statistics();
        return statistics == null
                ? List.of()
                : statistics.figures().stream()
                        .filter(figure -> figure.kind() != Figure.Kind.ORDINAL)
                        .map(figure -> FigureChanges.Claim.of(figure, article.text()))
                        .toList();
    }
}
