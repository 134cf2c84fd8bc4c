package org.copyflow.index.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicView;
import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.query.ArticlePage;
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
import org.jspecify.annotations.Nullable;

/// Every page, a method each. A page that is live follows the feed from where its stores were before it was read. A
/// page that cannot be shown yet says so and loads itself again.
public final class PageRoutes {

    private static final int NEWEST = 30;
    private static final int SOURCES_ON_HOME = 50;
    private static final int TOPICS_A_KIND = 12;
    private static final int TOPICS_A_LIST = 500;
    private static final int MAX_QUERY_CHARS = 200;

    private final TopicStore topics;
    private final ArticleStore articles;
    private final StoryStore stories;
    private final Assets assets = new Assets();
    private final Templates.Page home;
    private final Templates.Page list;
    private final Templates.Page topic;
    private final Templates.Page article;
    private final Templates.Page message;

    /// Topics of a kind.
    record Group(String title, String href, List<TopicLink> topics, long total) {}

    record HomeModel(List<Group> groups, List<PageCard> articles, String stream) {}

    /// @param cut says that there are more topics than are shown
    record ListModel(
            String title,
            @Nullable String kind,
            String query,
            List<TopicLink> topics,
            long total,
            @Nullable String cut) {}

    record TopicModel(
            TopicView view,
            String count,
            String kind,
            List<PageCard> articles,
            @Nullable String older,
            @Nullable String stream,
            List<Group> groups) {}

    /// @param refresh whether the page loads itself again
    record MessageModel(String title, String detail, boolean refresh) {}

    public PageRoutes(TopicStore topics, ArticleStore articles, StoryStore stories) {
        this.topics = topics;
        this.articles = articles;
        this.stories = stories;
        var templates = new Templates(assets);
        home = templates.page("home");
        list = templates.page("topics");
        topic = templates.page("topic");
        article = templates.page("article");
        message = templates.page("message");
    }

    public void addTo(RoutesConfig routes) {
        get(routes, "/", this::home);
        get(routes, "/topics", this::list);
        get(routes, "/topics/{id}", this::topic);
        get(routes, "/articles/{id}", this::article);
        routes.get("/assets/{name}", assets::serve);
    }

    private void get(RoutesConfig routes, String path, Handler page) {
        routes.get(path, ctx -> {
            try {
                page.handle(ctx);
            } catch (StoresUnavailableException | InvalidStateStoreException e) {
                ctx.header("Retry-After", "2");
                var restoring = new MessageModel("One moment", "The index is being put together again.", true);
                message.send(ctx, 503, restoring);
            }
        });
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

    private void list(Context ctx) {
        @Nullable String word = ctx.queryParam("kind");
        String given = ctx.queryParam("q") == null
                ? ""
                : Objects.requireNonNull(ctx.queryParam("q")).strip();
        String query = given.substring(0, Math.min(given.length(), MAX_QUERY_CHARS));
        @Nullable String kind = word == null || word.isBlank() ? null : word;
        TopicList found = topics.topics(
                new TopicQuery(kind, query.isEmpty() ? null : query, null, Order.VOLUME, TOPICS_A_LIST, null));
        list.send(
                ctx,
                200,
                new ListModel(
                        kind == null ? "Topics" : TopicKind.title(kind),
                        kind,
                        query,
                        found.topics().stream().map(TopicLink::of).toList(),
                        found.total(),
                        found.total() <= TOPICS_A_LIST
                                ? null
                                : "These are the %d with most articles. Type a word of a name to see others."
                                        .formatted(TOPICS_A_LIST)));
    }

    private void topic(Context ctx) {
        String id = ctx.pathParam("id");
        CardPosition before = position(ctx.queryParam("before"));
        int partition = topics.partition(id);
        var shown = Cursor.of(Map.of(partition, topics.coverage(partition)));
        TopicView view = topics.view(id);
        ArticlePage page = topics.articles(id, before, NEWEST);
        if (view == null || page == null) {
            message.send(ctx, 404, new MessageModel("No such topic", "No article is in this topic now.", false));
            return;
        }
        CardPosition next = page.next();
        var model = new TopicModel(
                view,
                view.articles() + (view.articles() == 1 ? " article" : " articles"),
                TopicKind.title(view.topic().kind()),
                cards(page.articles()),
                next == null ? null : Links.topic(id) + "?before=" + Links.query(next.cursor()),
                before == null ? Links.topicStream(id, shown) : null,
                groups(view));
        topic.send(ctx, 200, model);
    }

    /// Who and what a topic's articles name, and who pushed them.
    private static List<Group> groups(TopicView view) {
        return Stream.of(
                        names(TopicKind.PERSON, view.people()),
                        names(TopicKind.ORGANISATION, view.organisations()),
                        new Group(
                                TopicKind.SOURCE.title(),
                                "/topics?kind=" + TopicKind.SOURCE.word(),
                                view.sources().stream().map(TopicLink::source).toList(),
                                view.sources().size()))
                .filter(group -> group.total() > 0)
                .toList();
    }

    private static Group names(TopicKind kind, List<Count> counts) {
        List<TopicLink> links = counts.stream()
                .map(count -> TopicLink.named(kind.word(), count))
                .toList();
        return new Group(kind.title(), "/topics?kind=" + kind.word(), links, links.size());
    }

    private void article(Context ctx) {
        Article found = articles.article(ctx.pathParam("id"));
        if (found == null) {
            String detail = "It was never published here.";
            message.send(ctx, 404, new MessageModel("No such article", detail, false));
            return;
        }
        if (found.status() != ArticleStatus.USABLE) {
            message.send(ctx, 410, new MessageModel("Withdrawn", "Its source took this article back.", false));
            return;
        }
        article.send(ctx, 200, ArticleModel.of(found, articles.relations(found.id())));
    }

    private static List<PageCard> cards(List<ArticleCard> cards) {
        return cards.stream().map(PageCard::of).toList();
    }

    private static @Nullable CardPosition position(@Nullable String cursor) {
        try {
            return cursor == null ? null : CardPosition.parse(cursor);
        } catch (IllegalArgumentException e) {
            return null; // the first page is the answer to a broken address
        }
    }
}
