package org.copyflow.instances;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.copyflow.running.PipelineClient;

/// A question of every route that reads, and what is answered.
final class Questions {

    private static final List<String> FEEDS = List.of("feed.rss", "feed.atom", "feed.json");
    private static final String LIND = "person:ana-lind";

    private final List<Question> all;

    private Questions(List<Question> all) {
        this.all = all;
    }

    /// @param articles ids of articles
    /// @param stories ids of stories
    /// @param query the id of a saved query
    /// @param webhook the id of a webhook
    static Questions of(List<String> articles, List<String> stories, String query, String webhook) {
        var all = new ArrayList<Question>();
        topics(all, query);
        search(all);
        happened(all, query);
        for (String id : articles.subList(0, 8)) {
            all.add(Question.of("/v1/articles/" + id));
        }
        for (String id : articles.subList(0, 2)) {
            all.add(Question.of("/v1/articles/" + id + "?format=ninjs"));
            all.add(Question.of("/v1/articles/" + id + "?format=html"));
            all.add(Question.of("/v1/articles/" + id + "/relations"));
            all.add(Question.of("/articles/" + id));
        }
        all.add(Question.of("/v1/stories?language=en&order=sources"));
        for (String id : stories.subList(0, Math.min(2, stories.size()))) {
            all.add(Question.of("/v1/stories/" + id));
            all.add(Question.of("/stories/" + id));
        }
        all.add(Question.paged("/v1/queries?limit=1", "after"));
        all.add(Question.of("/v1/queries/" + query));
        all.add(Question.of("/v1/subscriptions"));
        all.add(Question.of("/v1/subscriptions/" + webhook));
        return new Questions(all);
    }

    private static void topics(List<Question> all, String query) {
        all.add(Question.paged("/v1/topics?kind=source&q=desk&limit=3", "after"));
        for (String kind : List.of("person", "organisation", "place", "medtop&q=maritime")) {
            all.add(Question.paged("/v1/topics?kind=" + kind + "&order=name&limit=3", "after"));
        }
        List<String> topics = Stream.concat(
                        Newsroom.sources().stream().limit(2).map("source:"::concat), Stream.of(LIND, "query:" + query))
                .toList();
        for (String id : topics) {
            all.add(Question.of("/v1/topics/" + id));
            all.add(Question.paged("/v1/topics/" + id + "/articles?limit=3", "before"));
            FEEDS.forEach(feed -> all.add(Question.of("/v1/topics/" + id + "/" + feed)));
            all.add(Question.of("/topics/" + id));
        }
        FEEDS.forEach(feed -> all.add(Question.of("/v1/queries/" + query + "/" + feed)));
        all.add(Question.of("/v1/entities/" + LIND));
        all.add(Question.of("/topics?kind=person"));
    }

    private static void search(List<Question> all) {
        String facets = "&facet=topic&facet=source&facet=entity&facet=language";
        all.add(Question.of("/v1/search?q=ferry&limit=100" + facets));
        all.add(Question.paged("/v1/search?q=inspected+lind&limit=3", "after"));
        all.add(Question.paged("/v1/search?q=ferry&order=time&limit=3", "after"));
        all.add(Question.of("/v1/search?topic=" + LIND + "&limit=100"));
        all.add(Question.of("/search?q=ferry"));
    }

    private static void happened(List<Question> all, String query) {
        all.add(Question.paged("/v1/changes?source=desk-0&since=2020-01-01&limit=4", "after"));
        all.add(Question.paged("/v1/changes?query=" + query + "&since=2020-01-01&limit=4", "after"));
        all.add(Question.posted(
                "/v1/subscriptions:test", "{\"filter\":{\"source\":\"desk-1\"},\"since\":\"2020-01-01\"}"));
    }

    List<Question> all() {
        return all;
    }

    /// What one instance answers, or several by turns.
    ///
    /// @param atATime how many are asked at a time
    Map<Question, Told> answers(int atATime, PipelineClient... instances) {
        var told = new LinkedHashMap<Question, Future<Told>>();
        try (ExecutorService readers = Executors.newFixedThreadPool(atATime)) {
            all.forEach(question -> told.put(question, readers.submit(() -> question.ask(turns(instances)))));
        }
        var answers = new LinkedHashMap<Question, Told>();
        told.forEach((question, answer) -> answers.put(question, now(answer)));
        return answers;
    }

    private static Told now(Future<Told> answer) {
        if (answer.state() == Future.State.FAILED && answer.exceptionNow() instanceof UncheckedIOException e) {
            throw e;
        }
        return answer.resultNow();
    }

    private static Iterator<PipelineClient> turns(PipelineClient... instances) {
        return Stream.iterate(0, i -> (i + 1) % instances.length)
                .map(i -> instances[i])
                .iterator();
    }

    /// Those of which two answers differ, with both.
    static List<String> differences(Map<Question, Told> expected, Map<Question, Told> given) {
        var differences = new ArrayList<String>();
        expected.forEach((question, told) -> {
            Told other = Objects.requireNonNull(given.get(question));
            if (!told.equals(other)) {
                differences.add(question + "\n  " + told.unlike(other));
            }
        });
        return differences;
    }
}
