package org.copyflow.index.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.Quote;
import org.copyflow.events.article.Revision;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.Nullable;

/// What the article page shows.
record ArticleModel(
        Article article,
        String title,
        @Nullable String byline,
        String sourceHref,
        @Nullable String original,
        @Nullable LeadImageLink leadImage,
        String json,
        @Nullable ShownTime published,
        @Nullable ShownTime updated,
        ShownTime received,
        @Nullable String readingTime,
        @Nullable CopyRow copyOf,
        @Nullable Copies copies,
        @Nullable String story,
        List<ArticleText.Part> parts,
        @Nullable Rows<Caption> captions,
        @Nullable Rows<NoteRow> notes,
        @Nullable Rows<ChangeRow> changes,
        @Nullable Rows<QuoteRow> quotes,
        @Nullable Rows<FigureRow> figures,
        @Nullable Rows<EntityRow> entities,
        List<TopicLink> topics) {

    private static final int SECONDS_A_MINUTE = 60;

    /// A part of the page that is left out where it has nothing to show.
    record Rows<T>(List<T> rows) {

        static <T> @Nullable Rows<T> of(List<T> rows) {
            return rows.isEmpty() ? null : new Rows<>(rows);
        }
    }

    /// A picture is linked to, never shown: loading it would tell a foreign server who reads what.
    ///
    /// @param about its caption, else what is said in its place; and its credit
    record LeadImageLink(String href, @Nullable String about) {

        static @Nullable LeadImageLink of(@Nullable LeadImage image) {
            String href = image == null ? null : Links.out(image.url());
            if (image == null || href == null) {
                return null;
            }
            String about = Stream.of(image.caption() == null ? image.alt() : image.caption(), image.credit())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" – "));
            return new LeadImageLink(href, about.isEmpty() ? null : about);
        }
    }

    /// An article with the same text, or most of it.
    record CopyRow(String source, String href) {

        static CopyRow of(ArticlePointer pointer) {
            return new CopyRow(pointer.source(), Links.article(pointer.articleId()));
        }
    }

    /// @param more says that there are more than are shown
    record Copies(List<CopyRow> rows, @Nullable String more) {

        static @Nullable Copies of(@Nullable ArticleRelations relations) {
            if (relations == null || relations.copies().isEmpty()) {
                return null;
            }
            int left = relations.copyCount() - relations.copies().size();
            return new Copies(
                    relations.copies().stream().map(CopyRow::of).toList(), left == 0 ? null : "and " + left + " more");
        }
    }

    record NoteRow(String kind, String text) {}

    /// @param what which field, and how it is different
    record ChangeRow(
            String what,
            @Nullable String before,
            @Nullable String after,
            @Nullable String about) {}

    record QuoteRow(String text, @Nullable String speaker, boolean direct) {}

    /// @param href to its topic; absent where it has none
    record EntityRow(
            String name,
            String type,
            @Nullable String aliases,
            @Nullable Integer mentions,
            @Nullable String href) {}

    static ArticleModel of(Article article, @Nullable ArticleRelations relations) {
        ArticlePointer first = relations == null ? null : relations.duplicateOf();
        List<TopicRef> topics = TopicsOf.of(article);
        return new ArticleModel(
                article,
                article.title() == null ? "Untitled" : article.title(),
                byline(article),
                Links.topic(topics.getFirst().id()),
                Links.out(article.url()),
                LeadImageLink.of(article.leadImage()),
                "/v1" + Links.article(article.id()) + "?format=json",
                ShownTime.ofStated(article.publishedAt()),
                ShownTime.ofStated(article.updatedAt()),
                ShownTime.of(article.receivedAt()),
                readingTime(article),
                first == null ? null : CopyRow.of(first),
                Copies.of(relations),
                relations == null || relations.storyId() == null ? null : Links.story(relations.storyId()),
                ArticleText.parts(article),
                Rows.of(article.captions()),
                Rows.of(article.notes().stream().map(ArticleModel::row).toList()),
                Rows.of(changes(article)),
                Rows.of(article.quotes().stream().map(ArticleModel::row).toList()),
                Rows.of(figures(article)),
                Rows.of(entities(article, topics)),
                topics.stream()
                        .map(topic -> TopicLink.of(topic.id(), topic.name(), 0))
                        .toList());
    }

    private static @Nullable String byline(Article article) {
        if (article.bylines().isEmpty()) {
            return article.bylineText();
        }
        Map<Boolean, List<Byline>> byAuthor =
                article.bylines().stream().collect(Collectors.partitioningBy(by -> Byline.AUTHOR.equals(by.role())));
        Stream<String> authors = byAuthor.getOrDefault(true, List.of()).stream().map(Byline::name);
        Stream<String> others =
                byAuthor.getOrDefault(false, List.of()).stream().map(by -> by.name() + " (" + by.role() + ")");
        return Stream.concat(authors, others).collect(Collectors.joining(", "));
    }

    private static @Nullable String readingTime(Article article) {
        if (article.statistics() == null) {
            return null;
        }
        var text = article.statistics().text();
        int minutes = Math.max(1, Math.round((float) text.readingSeconds() / SECONDS_A_MINUTE));
        return text.words() + " words, " + minutes + " min";
    }

    private static NoteRow row(Note note) {
        String kind = switch (note.kind()) {
            case EDITOR -> "Editor’s note";
            case AUTHOR -> "About the author";
            case SOURCE -> "Source";
            case CORRECTION -> "Correction";
        };
        return new NoteRow(kind, note.text());
    }

    private static List<ChangeRow> changes(Article article) {
        return article.revision() == null
                ? List.of()
                : article.revision().changes().stream().map(ArticleModel::row).toList();
    }

    private static ChangeRow row(Revision.Change change) {
        String how = switch (change.kind()) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
        };
        String what = switch (change.field()) {
            case TITLE -> "Headline";
            case KICKER -> "Kicker";
            case BYLINE -> "Byline";
            case SECTION -> "Section";
            case PUBLISHED_AT -> "Date";
            case URL -> "Address";
            case BODY -> "Paragraph";
            case FIGURE -> "Figure";
            case QUOTE -> "Quote";
            case CAPTION -> "Caption";
            case NOTE -> "Note";
        };
        return new ChangeRow(what + " " + how, change.before(), change.after(), change.about());
    }

    private static QuoteRow row(Quote quote) {
        return new QuoteRow(quote.text(), quote.speaker(), quote.direct());
    }

    private static List<FigureRow> figures(Article article) {
        return article.statistics() == null
                ? List.of()
                : article.statistics().figures().stream().map(FigureRow::of).toList();
    }

    private static List<EntityRow> entities(Article article, List<TopicRef> topics) {
        Set<String> ids = topics.stream().map(TopicRef::id).collect(Collectors.toSet());
        return article.entities().stream().map(entity -> row(entity, ids)).toList();
    }

    private static EntityRow row(Entity entity, Set<String> topicIds) {
        String id = TopicsOf.entityId(entity);
        return new EntityRow(
                entity.name(),
                entity.type().word(),
                entity.aliases().isEmpty() ? null : String.join(", ", entity.aliases()),
                entity.mentions().isEmpty() ? null : entity.mentions().size(),
                topicIds.contains(id) ? Links.topic(id) : null);
    }
}
