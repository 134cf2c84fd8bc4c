package org.copyflow.index.http.topic;

import static org.copyflow.index.SampleArticles.article;

import java.time.Instant;
import java.util.List;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.DataMining;
import org.copyflow.events.article.Rights;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.BareViews;

/// A topic and its articles, with what feeds must escape.
final class FeedSamples {

    static final String SPORT = "medtop:15000000";
    static final String TITLE = "体育 & <b>\"Ball\"</b> ]]> 😀";

    private FeedSamples() {}

    /// An article with what feeds say of one.
    static Article ball(String id) {
        return article(id, "agency")
                .title(TITLE)
                .url("https://wire.example/ball?a=1&b=2")
                .language("zh")
                .bylines(List.of(new Byline("SUN Jin", Byline.AUTHOR), new Byline("Ana <Lind>", Byline.AUTHOR)))
                .publishedAt(new StatedTime("2026-03-05T09:39:50+08:00"))
                .updatedAt(new StatedTime("2026-03-05T02:00:00Z"))
                .summary("Sum <i> & more")
                .text("One < two & three.\n\nFour.")
                .blocks(List.of(new Block(Block.Type.PARAGRAPH, 0, 18), new Block(Block.Type.PARAGRAPH, 20, 25)))
                .topics(List.of(new ArticleTopic(SPORT, "sport", 1)))
                .rights(new Rights("Wire", null, "No reuse", null, null, DataMining.PROHIBITED, null))
                .build();
    }

    static TopicView view(Instant updatedAt) {
        return BareViews.view(new TopicRef(SPORT, "sport", "medtop"), 2, List.of(), updatedAt);
    }
}
