package org.copyflow.index.http.topic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.form.AcceptHeader;
import org.copyflow.index.http.JsonAnswer;
import org.copyflow.index.http.Problems;
import org.copyflow.index.http.Routes;
import org.copyflow.index.query.ArticlePage;
import org.copyflow.index.query.ArticleStore;
import org.copyflow.index.query.TopicStore;
import org.copyflow.index.store.CardPosition;
import org.copyflow.index.syndication.FeedForm;
import org.copyflow.index.syndication.NewsFeed;
import org.copyflow.index.syndication.NewsItem;
import org.copyflow.index.syndication.SiteAddress;
import org.jspecify.annotations.Nullable;

/// A topic's articles page by page: their cards as JSON, or a feed that a feed reader takes. An entity tag tells a feed
/// reader that asks again whether anything changed; a time could not, because what was taken back is seen a moment
/// after the time that it bears.
public final class TopicArticleRoutes {

    private static final String JSON = "application/json";
    private static final int MAX_ARTICLES = 200;
    private static final int MAX_ITEMS = 100;

    private final TopicStore topics;
    private final ArticleStore articles;
    private final Feeds feeds;

    /// What feeds take besides articles.
    ///
    /// @param address under which readers reach the index, as `https://news.example`; empty: as a request names it
    /// @param queries the saved query of an id
    public record Feeds(String address, Function<String, @Nullable SavedQuery> queries) {

        SiteAddress site(Context ctx) {
            String named = ctx.scheme() + "://" + Objects.requireNonNullElse(ctx.host(), "localhost");
            return new SiteAddress(address.isBlank() ? named : address.strip());
        }
    }

    /// @param next sent back as `before` for the page after this one; absent on the last
    /// @param more true where older ones are on no page; else absent
    private record Articles(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<ArticleCard> articles,
            @Nullable String next,
            @Nullable Boolean more) {}

    /// What a feed is of.
    ///
    /// @param updated when it last changed
    /// @param address under which its forms are
    private record Subject(TopicRef topic, Instant updated, String address) {}

    public TopicArticleRoutes(TopicStore topics, ArticleStore articles, Feeds feeds) {
        this.topics = topics;
        this.articles = articles;
        this.feeds = feeds;
    }

    public void addTo(Routes routes) {
        routes.get("/v1/topics/{id}/articles", this::articles, PageQuery.parameters());
        for (FeedForm form : FeedForm.values()) {
            routes.get("/v1/topics/{id}/" + form.fileName(), ofTopic(form), PageQuery.parameters());
            routes.get("/v1/queries/{id}/" + form.fileName(), ofQuery(form), PageQuery.parameters());
        }
    }

    /// `limit` and `before`, the cursor that the page before gave as `next`; parts of a filter. JSON, but for who
    /// likes a form of feed better.
    private void articles(Context ctx) throws Exception {
        ctx.header("Vary", "Accept, Accept-Encoding");
        Optional<String> liked = AcceptHeader.of(ctx.header("Accept"))
                .best(
                        Stream.concat(
                                        Stream.of(JSON),
                                        Stream.of(FeedForm.values()).map(FeedForm::mediaType))
                                .toList(),
                        type -> type);
        for (FeedForm form : FeedForm.values()) {
            if (liked.filter(form.mediaType()::equals).isPresent()) {
                ofTopic(form).handle(ctx);
                return;
            }
        }
        ArticlePage page = page(ctx.pathParam("id"), PageQuery.of(ctx, MAX_ARTICLES));
        if (page == null) {
            throw Problems.noTopic(ctx.pathParam("id"));
        }
        CardPosition next = page.next();
        JsonAnswer.send(
                ctx, new Articles(page.articles(), next == null ? null : next.cursor(), page.more() ? true : null));
    }

    private Handler ofTopic(FeedForm form) {
        return ctx -> {
            String id = ctx.pathParam("id");
            SiteAddress site = feeds.site(ctx);
            TopicView view = topics.view(id);
            if (view == null) {
                throw Problems.noTopic(id);
            }
            send(ctx, form, site, new Subject(view.topic(), view.updatedAt(), site.ofTopic(id)));
        };
    }

    /// A query has a feed from the first moment on, before it found anything.
    private Handler ofQuery(FeedForm form) {
        return ctx -> {
            String id = ctx.pathParam("id");
            SiteAddress site = feeds.site(ctx);
            SavedQuery query = feeds.queries().apply(id);
            if (query == null) {
                throw Problems.noQuery(id);
            }
            TopicView view = topics.view(query.topic().id());
            Instant updated = view == null ? query.createdAt() : view.updatedAt();
            send(ctx, form, site, new Subject(query.topic(), updated, site.ofQuery(id)));
        };
    }

    private void send(Context ctx, FeedForm form, SiteAddress site, Subject subject) {
        var query = PageQuery.of(ctx, MAX_ITEMS);
        if (ctx.res().getHeader("Vary") == null) {
            ctx.header("Vary", "Accept-Encoding");
        }
        ArticlePage page = page(subject.topic().id(), query);
        String address = subject.address() + '/' + form.fileName();
        CardPosition next = page == null ? null : page.next();
        var place = new NewsFeed.Page(
                address + PageQuery.same(ctx), next == null ? null : address + PageQuery.after(ctx, next));
        List<NewsItem> items = page == null ? List.of() : items(page, site);
        byte[] written = form.write(NewsFeed.of(subject.topic(), site, place, subject.updated(), items));
        JsonAnswer.send(ctx, written, form.contentType());
    }

    /// What was taken back is gone at once, before the topic has heard of it.
    private List<NewsItem> items(ArticlePage page, SiteAddress site) {
        return page.articles().stream()
                .map(card -> item(card, articles.article(card.id()), site))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable NewsItem item(ArticleCard card, @Nullable Article article, SiteAddress site) {
        return article == null || article.status() != ArticleStatus.USABLE ? null : NewsItem.of(card, article, site);
    }

    /// @return absent where no article is in the topic
    private @Nullable ArticlePage page(String topicId, PageQuery query) {
        return query.filter().takesAll()
                ? topics.articles(topicId, query.before(), query.limit())
                : filtered(topics.articles(topicId, query.before(), MAX_ARTICLES), query);
    }

    /// Of the articles read for one page, as many as match.
    private static @Nullable ArticlePage filtered(@Nullable ArticlePage all, PageQuery query) {
        if (all == null) {
            return null;
        }
        List<ArticleCard> taken = all.articles().stream()
                .filter(query.filter()::matches)
                .limit(query.limit())
                .toList();
        boolean full = taken.size() == query.limit();
        return new ArticlePage(taken, full ? CardPosition.of(taken.getLast()) : all.next(), !full && all.more());
    }
}
