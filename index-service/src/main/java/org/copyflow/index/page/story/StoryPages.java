package org.copyflow.index.page.story;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.copyflow.events.story.Story;
import org.copyflow.events.story.Story.Comparison;
import org.copyflow.events.story.Story.Member;
import org.copyflow.events.story.Story.Sentence;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.page.Assets;
import org.copyflow.index.page.Links;
import org.copyflow.index.page.ShownTime;
import org.copyflow.index.page.Templates;
import org.copyflow.index.query.story.StoryList;
import org.copyflow.index.query.story.StoryQuery;
import org.copyflow.index.query.story.StoryQuery.Order;
import org.copyflow.index.query.story.StoryStore;
import org.copyflow.index.query.story.StorySummary;
import org.jspecify.annotations.Nullable;

/// The list of stories, and the page of one. A story that was merged leads to the one that has its articles.
public final class StoryPages {

    private static final int STORIES = 100;

    private final StoryStore stories;
    private final Templates.Page list;
    private final Templates.Page story;
    private final Templates.Page message;

    /// A story in the list.
    record Row(String title, String href, String facts, ShownTime last) {

        static Row of(StorySummary story) {
            return new Row(
                    shown(story.title()),
                    Links.story(story.id()),
                    counted(story.articles(), story.sources()),
                    ShownTime.of(story.lastSeen()));
        }
    }

    record ListModel(List<Row> rows, long total) {}

    record ArticleRow(String title, String href, String source, ShownTime time, boolean copy) {

        static ArticleRow of(Member article) {
            return new ArticleRow(
                    shown(article.title()),
                    Links.article(article.articleId()),
                    article.source(),
                    ShownTime.of(article.at()),
                    article.duplicateOf() != null);
        }
    }

    record SentenceRow(String text, String source, String href) {

        static SentenceRow of(Sentence sentence) {
            return new SentenceRow(sentence.text(), sentence.source(), Links.article(sentence.articleId()));
        }
    }

    record Summary(List<SentenceRow> rows) {}

    record ValueRow(String text, String source, String href) {}

    record FigureRow(String measures, List<ValueRow> values) {

        static FigureRow of(Comparison comparison) {
            return new FigureRow(
                    comparison.measures(),
                    comparison.values().stream()
                            .map(value -> new ValueRow(value.text(), value.source(), Links.article(value.articleId())))
                            .toList());
        }
    }

    /// A part of the page that is left out where it has nothing to show.
    record Figures(List<FigureRow> rows) {}

    record StoryModel(
            String title,
            String language,
            String facts,
            String sources,
            ShownTime first,
            ShownTime last,
            @Nullable String splitFrom,
            @Nullable Summary summary,
            List<ArticleRow> articles,
            @Nullable Figures figures,
            String json) {

        static StoryModel of(Story story) {
            List<FigureRow> figures =
                    story.figures().stream().map(FigureRow::of).toList();
            List<SentenceRow> sentences =
                    story.summary().stream().map(SentenceRow::of).toList();
            return new StoryModel(
                    shown(story.title()),
                    story.language(),
                    counted(story.articleCount(), story.sourceCount()),
                    story.sources().stream().collect(Collectors.joining(", ")),
                    ShownTime.of(story.firstSeen()),
                    ShownTime.of(story.lastSeen()),
                    story.splitFrom() == null ? null : Links.story(story.splitFrom()),
                    sentences.isEmpty() ? null : new Summary(sentences),
                    story.articles().stream().map(ArticleRow::of).toList(),
                    figures.isEmpty() ? null : new Figures(figures),
                    "/v1" + Links.story(story.id()));
        }
    }

    /// @param refresh whether the page loads itself again
    record MessageModel(String title, String detail, boolean refresh) {}

    public StoryPages(StoryStore stories) {
        this.stories = stories;
        var templates = new Templates(new Assets());
        list = templates.page("stories");
        story = templates.page("story");
        message = templates.page("message");
    }

    public void addTo(RoutesConfig routes) {
        get(routes, "/stories", this::list);
        get(routes, "/stories/{id}", this::story);
    }

    private void get(RoutesConfig routes, String path, Handler page) {
        routes.get(path, ctx -> {
            try {
                page.handle(ctx);
            } catch (StoresUnavailableException | InvalidStateStoreException e) {
                ctx.header("Retry-After", "2");
                message.send(ctx, 503, new MessageModel("One moment", "The index is being put together again.", true));
            }
        });
    }

    private void list(Context ctx) {
        StoryList found = stories.stories(new StoryQuery(null, Order.UPDATED, STORIES));
        list.send(ctx, 200, new ListModel(found.stories().stream().map(Row::of).toList(), found.total()));
    }

    private void story(Context ctx) {
        Story found = stories.story(ctx.pathParam("id"));
        if (found == null) {
            message.send(ctx, 404, new MessageModel("No such story", "There is none of this name now.", false));
        } else if (found.mergedInto() != null) {
            ctx.redirect(Links.story(found.mergedInto()));
        } else {
            story.send(ctx, 200, StoryModel.of(found));
        }
    }

    private static String shown(@Nullable String title) {
        return Objects.requireNonNullElse(title, "Untitled");
    }

    private static String counted(int articles, int sources) {
        return articles + (articles == 1 ? " article" : " articles") + " from " + sources
                + (sources == 1 ? " source" : " sources");
    }
}
