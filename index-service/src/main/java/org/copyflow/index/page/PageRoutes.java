package org.copyflow.index.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.index.access.Admission;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.filter.Limit;
import org.copyflow.index.query.ArticleStore;
import org.copyflow.index.query.TopicList;
import org.copyflow.index.query.TopicQuery;
import org.copyflow.index.query.TopicQuery.Order;
import org.copyflow.index.query.TopicStore;
import org.copyflow.index.query.story.StoryList;
import org.copyflow.index.query.story.StoryQuery;
import org.copyflow.index.query.story.StoryStore;
import org.copyflow.index.store.CardPosition;
import org.copyflow.index.topic.TopicsOf;

/// The front page, live from where its stores were before it was read, and the page of an article.
public final class PageRoutes {

    private static final int NEWEST = 30;
    private static final int SOURCES_ON_HOME = 50;
    private static final int TOPICS_A_KIND = 12;

    private final TopicStore topics;
    private final ArticleStore articles;
    private final StoryStore stories;
    private final Assets assets = new Assets();
    private final Templates templates;
    private final Templates.Page home;
    private final Templates.Page article;

    /// Topics of a kind.
    record Group(String title, String href, List<TopicLink> topics, long total) {}

    record HomeModel(List<Group> groups, List<PageCard> articles, String stream) {}

    public PageRoutes(TopicStore topics, ArticleStore articles, StoryStore stories) {
        this.topics = topics;
        this.articles = articles;
        this.stories = stories;
        templates = new Templates(assets);
        home = templates.page("home");
        article = templates.page("article");
    }

    public void addTo(RoutesConfig routes) {
        templates.get(routes, "/", this::home);
        templates.get(routes, "/articles/{id}", this::article);
        routes.get("/assets/{name}", assets::serve);
    }

    private void home(Context ctx) {
        var shown = Cursor.of(topics.listed());
        Stream<Group> ofTopics = Stream.of(TopicKind.values())
                .map(kind -> group(kind, topics.topics(TopicQuery.ofKind(kind.word(), Order.VOLUME, TOPICS_A_KIND))));
        List<Group> groups = Stream.concat(Stream.of(stories()), ofTopics)
                .filter(group -> group.total() > 0)
                .toList();
        home.send(ctx, 200, new HomeModel(groups, newest(), Links.stream(shown)));
    }

    /// The stories that most sources tell.
    private Group stories() {
        StoryList found = stories.stories(new StoryQuery(null, StoryQuery.Order.SOURCES, TOPICS_A_KIND));
        List<TopicLink> links = found.stories().stream()
                .map(story -> new TopicLink(
                        story.id(),
                        Objects.requireNonNullElse(story.title(), "Untitled"),
                        Links.story(story.id()),
                        story.articles()))
                .toList();
        return new Group("Stories", "/stories", links, found.total());
    }

    /// The newest articles of the sources that changed last.
    private List<PageCard> newest() {
        TopicList sources = topics.topics(TopicQuery.ofKind(TopicsOf.SOURCE, Order.NEWEST, SOURCES_ON_HOME));
        return sources.topics().stream()
                .map(source -> topics.articles(source.id(), null, NEWEST))
                .filter(Objects::nonNull)
                .flatMap(page -> page.articles().stream())
                .sorted(Comparator.comparing(CardPosition::of))
                .limit(NEWEST)
                .map(PageCard::of)
                .toList();
    }

    private static Group group(TopicKind kind, TopicList list) {
        return new Group(
                kind.title(),
                "/topics?kind=" + kind.word(),
                list.topics().stream().map(TopicLink::of).toList(),
                list.total());
    }

    private void article(Context ctx) {
        Article found = articles.article(ctx.pathParam("id"));
        Limit limit = Admission.limitOf(ctx);
        if (found == null || !limit.takes(found)) {
            templates.message(ctx, 404, "No such article", "It was never published here.");
            return;
        }
        if (found.status() != ArticleStatus.USABLE) {
            templates.message(ctx, 410, "Withdrawn", "Its source took this article back.");
            return;
        }
        article.send(ctx, 200, ArticleModel.of(found, limit.takesAll() ? articles.relations(found.id()) : null));
    }
}
