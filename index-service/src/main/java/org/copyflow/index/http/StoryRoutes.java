package org.copyflow.index.http;

import io.javalin.http.Context;
import org.copyflow.events.story.Story;
import org.copyflow.index.filter.FilterReader;
import org.copyflow.index.query.story.StoryQuery;
import org.copyflow.index.query.story.StoryQuery.Order;
import org.copyflow.index.query.story.StoryStore;

/// Stories: the list of them, and one.
final class StoryRoutes {

    private static final int DEFAULT_STORIES = 50;
    private static final int MAX_STORIES = 500;

    private final StoryStore stories;

    StoryRoutes(StoryStore stories) {
        this.stories = stories;
    }

    /// `language`, `order` (sources or updated), `limit`.
    void list(Context ctx) {
        String language = Parameters.text(ctx, "language");
        JsonAnswer.send(
                ctx,
                stories.stories(new StoryQuery(
                        language == null ? null : FilterReader.language(language),
                        Parameters.word(ctx, "order", Order.class, Order.UPDATED),
                        Parameters.number(ctx, "limit", DEFAULT_STORIES, 1, MAX_STORIES))));
    }

    /// One that was merged into another says so.
    void story(Context ctx) {
        String id = ctx.pathParam("id");
        Story story = stories.story(id);
        if (story == null) {
            throw Problems.noStory(id);
        }
        JsonAnswer.send(ctx, story);
    }
}
