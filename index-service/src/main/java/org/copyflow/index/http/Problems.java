package org.copyflow.index.http;

import java.time.Duration;
import java.util.List;
import org.copyflow.index.live.SubscriptionRefusedException;
import org.copyflow.index.search.SearchTooSlowException;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;

/// What the API refuses, each with its stable code.
public final class Problems {

    public static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(30);

    private Problems() {}

    public static ProblemException noTopic(String id) {
        return new ProblemException(Problem.of(
                404, "topic-not-found", "No such topic", "No article is in a topic '%s' now.".formatted(id)));
    }

    static ProblemException noEntity(String id) {
        return new ProblemException(Problem.of(
                404, "entity-not-found", "No such entity", "No article is about an entity '%s' now.".formatted(id)));
    }

    static ProblemException noEntityKind(String id) {
        return new ProblemException(Problem.of(
                404,
                "entity-not-found",
                "No such entity",
                ("'%s' is no person, organisation, place, event or product, as person:ada-brook is. Others are under"
                                + " /v1/topics; /v1/search finds what else articles name (entity=).")
                        .formatted(id)));
    }

    static ProblemException noStory(String id) {
        return new ProblemException(Problem.of(
                404,
                "story-not-found",
                "No such story",
                "There is no story '%s' now: it is closed, or never was.".formatted(id)));
    }

    static ProblemException noArticle(String id) {
        return new ProblemException(Problem.of(
                404,
                "article-not-found",
                "No such article",
                "There is no article '%s': it was never published here.".formatted(id)));
    }

    static ProblemException withdrawn(String id) {
        return new ProblemException(Problem.of(
                410,
                "article-withdrawn",
                "The article was withdrawn",
                "Article '%s' was published and then taken back by its source. Delete what you kept of it."
                        .formatted(id)));
    }

    static ProblemException notAcceptable(String mediaTypes) {
        return new ProblemException(Problem.of(
                406,
                "not-acceptable",
                "There is no such form",
                "The Accept header takes none of the forms in which an article is answered: %s."
                        .formatted(mediaTypes)));
    }

    public static ProblemException badParameter(String name, String value, String must) {
        return new ProblemException(Problem.of(
                400,
                "bad-parameter",
                "A parameter cannot be used",
                "The parameter %s is '%s'; it must be %s.".formatted(name, value, must)));
    }

    static ProblemException unknownParameter(String name, List<String> known) {
        return new ProblemException(Problem.of(
                400,
                "unknown-parameter",
                "There is no such parameter",
                "The query parameter '%s' is not known here. %s."
                        .formatted(name, known.isEmpty() ? "None is" : "Known are " + String.join(", ", known))));
    }

    public static ProblemException badBody(String why) {
        return new ProblemException(
                Problem.of(422, "bad-body", "The body cannot be used", "The body cannot be used: %s.".formatted(why)));
    }

    public static ProblemException noQuery(String id) {
        return new ProblemException(Problem.of(
                404, "query-not-found", "No such saved query", "There is no saved query '%s' now.".formatted(id)));
    }

    public static ProblemException tooManyQueries(RuntimeException e) {
        return new ProblemException(
                Problem.of(
                        409,
                        "too-many-queries",
                        "There are too many saved queries",
                        "The query was not saved: %s. Delete some.".formatted(e.getMessage())),
                null,
                e);
    }

    public static ProblemException kafkaUnavailable(RuntimeException e) {
        return new ProblemException(
                Problem.of(503, "kafka-unavailable", "Kafka does not answer", "%s.".formatted(e.getMessage())),
                SOON,
                e);
    }

    static ProblemException crossSite() {
        return new ProblemException(Problem.of(
                403,
                "cross-site",
                "Pages of other sites may not change anything",
                "A browser sent this for a web page of another site (Origin). Ask from a program, or from here."));
    }

    public static ProblemException restoring(RuntimeException e) {
        return new ProblemException(
                Problem.of(503, "restoring", "The index cannot answer now", "%s.".formatted(e.getMessage())), SOON, e);
    }

    static ProblemException tooSlow(SearchTooSlowException e) {
        return new ProblemException(
                Problem.of(
                        422,
                        "search-too-slow",
                        "The search costs too much",
                        e.getMessage() + " Narrow it down by words, topics or time."),
                null,
                e);
    }

    public static ProblemException refused(SubscriptionRefusedException e) {
        return switch (e.reason()) {
            case STARTING ->
                new ProblemException(
                        Problem.of(503, "restoring", "The index cannot answer now", "The feed is not followed yet."),
                        SOON,
                        e);
            case STOPPING ->
                new ProblemException(
                        Problem.of(503, "stopping", "The service stops", "Connect again, to another instance."),
                        SOON,
                        e);
            case FULL ->
                new ProblemException(
                        Problem.of(
                                503,
                                "too-many-streams",
                                "There are too many streams",
                                "This instance serves as many streams as index.max-streams allows."),
                        LATER,
                        e);
        };
    }
}
