package org.copyflow.index.page.topic;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.copyflow.events.topic.TopicView;
import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.events.topic.TopicView.TopicFigure;
import org.copyflow.index.entity.EntityFacts;
import org.copyflow.index.page.Links;
import org.copyflow.index.page.PageCard;
import org.copyflow.index.page.TopicKind;
import org.copyflow.index.page.TopicLink;
import org.copyflow.index.syndication.FeedForm;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.Nullable;

/// What the page of a topic shows.
///
/// @param entity absent on pages of other topics, and of older articles
/// @param trend absent where it does not trend
/// @param broader what it belongs to, from the top level down
/// @param charts by hour and by day, those that have a bar
/// @param older the page of older articles
/// @param stream what happens after what the page shows; absent on pages of older articles
/// @param feeds for feed readers
record TopicModel(
        TopicView view,
        String count,
        String kind,
        @Nullable EntityPart entity,
        @Nullable String trend,
        List<TopicLink> broader,
        List<Chart> charts,
        List<PageCard> articles,
        @Nullable String older,
        @Nullable String stream,
        List<Group> groups,
        @Nullable Figures figures,
        List<Feed> feeds,
        String json,
        String search) {

    private static final int HOURS = 168;
    private static final int DAYS = 90;

    /// Topics under a title.
    record Group(String title, List<TopicLink> topics) {}

    record FigureRow(String text, @Nullable String measures, String href) {

        static FigureRow of(TopicFigure figure) {
            String measures = figure.figure().measures();
            boolean said = measures == null || figure.figure().text().contains(measures);
            return new FigureRow(figure.figure().text(), said ? null : measures, Links.article(figure.articleId()));
        }
    }

    /// A part of the page that is left out where it has nothing to show.
    record Figures(List<FigureRow> rows) {}

    record Feed(String title, String type, String href) {

        static Feed of(FeedForm form, String topicId) {
            String title = switch (form) {
                case ATOM -> "Atom";
                case RSS -> "RSS";
                case JSON -> "JSON Feed";
            };
            return new Feed(title, form.mediaType(), "/v1" + Links.topic(topicId) + '/' + form.fileName());
        }
    }

    /// A page of the topic's articles.
    ///
    /// @param facts of an entity, what they say of it
    record Shown(
            List<PageCard> articles,
            @Nullable String older,
            @Nullable String stream,
            @Nullable EntityFacts facts) {}

    /// @param names of the topics that the view knows by id
    /// @param narrower what is right below it
    static TopicModel of(
            TopicView view, Shown shown, Map<String, String> names, List<TopicLink> narrower, Instant now) {
        String id = view.topic().id();
        boolean entity = TopicsOf.isEntity(view.topic().kind());
        EntityFacts facts = shown.facts();
        List<FigureRow> figures = (facts == null ? view.figures() : facts.figures())
                .stream().map(FigureRow::of).toList();
        return new TopicModel(
                view,
                view.articles() + (view.articles() == 1 ? " article" : " articles"),
                TopicKind.title(view.topic().kind()),
                facts == null ? null : EntityPart.of(facts, view.topic().name()),
                view.trend() == 0 ? null : String.valueOf(view.trend()),
                view.topic().broader().stream()
                        .filter(names::containsKey)
                        .map(above -> TopicLink.of(above, names.getOrDefault(above, above), 0))
                        .toList(),
                Stream.of(
                                Chart.of(view.hours(), Chart.Step.HOUR, HOURS, now),
                                Chart.of(view.days(), Chart.Step.DAY, DAYS, now))
                        .filter(Objects::nonNull)
                        .toList(),
                shown.articles(),
                shown.older(),
                shown.stream(),
                groups(view, names, narrower),
                figures.isEmpty() ? null : new Figures(figures),
                Stream.of(FeedForm.values()).map(form -> Feed.of(form, id)).toList(),
                (entity ? "/v1/entities/" : "/v1/topics/") + Links.segment(id),
                "/search?topic=" + Links.query(id));
    }

    private static List<Group> groups(TopicView view, Map<String, String> names, List<TopicLink> narrower) {
        List<TopicLink> related = view.related().stream()
                .filter(topic -> names.containsKey(topic.id()))
                .map(topic -> TopicLink.of(topic.id(), names.getOrDefault(topic.id(), topic.id()), topic.articles()))
                .toList();
        return Stream.of(
                        new Group("Narrower", narrower),
                        new Group("Related", related),
                        named(TopicKind.PERSON, view.people()),
                        named(TopicKind.ORGANISATION, view.organisations()),
                        new Group(
                                TopicKind.SOURCE.title(),
                                view.sources().stream().map(TopicLink::source).toList()),
                        new Group(
                                "Languages",
                                view.languages().stream()
                                        .map(count -> language(view.topic().id(), count))
                                        .toList()))
                .filter(group -> !group.topics().isEmpty())
                .toList();
    }

    private static Group named(TopicKind kind, List<Count> counts) {
        return new Group(
                kind.title(),
                counts.stream()
                        .map(count -> TopicLink.named(kind.word(), count))
                        .toList());
    }

    /// Leads to the topic's articles in this language.
    private static TopicLink language(String topicId, Count count) {
        String name = Locale.forLanguageTag(count.name()).getDisplayName(Locale.ENGLISH);
        String href = "/search?topic=" + Links.query(topicId) + "&language=" + Links.query(count.name());
        return new TopicLink(topicId, name.isEmpty() ? count.name() : name, href, count.articles());
    }
}
