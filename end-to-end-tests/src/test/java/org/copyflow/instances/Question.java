package org.copyflow.instances;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.TreeSet;
import org.copyflow.running.PipelineClient;
import tools.jackson.databind.JsonNode;

/// Something to be asked of an instance.
///
/// @param body what is posted; empty where nothing is
/// @param cursor the parameter that asks for the page after one; empty where there are no pages
record Question(String path, String body, String cursor) {

    /// Each instance reads the partitions of the feed in an order of its own.
    private static final String CHANGES = "/v1/changes";

    static Question of(String path) {
        return new Question(path, "", "");
    }

    static Question posted(String path, String body) {
        return new Question(path, body, "");
    }

    static Question paged(String path, String cursor) {
        return new Question(path, "", cursor);
    }

    /// Asks for all pages of it, each of the next instance.
    Told ask(Iterator<PipelineClient> whom) {
        var text = new StringBuilder();
        var stale = new TreeSet<String>();
        String address = path;
        while (!address.isEmpty()) {
            PipelineClient client = whom.next();
            HttpResponse<String> page =
                    body.isEmpty() ? client.get(client.readAddress() + address) : client.post(address, body);
            stale.addAll(page.headers().allValues("Copyflow-Stale"));
            if (page.statusCode() != 200) {
                boolean says = page.statusCode() != 503
                        || page.headers().firstValue("Retry-After").isPresent();
                return new Told(page.statusCode(), String.join(" and ", stale), says ? page.body() : "no Retry-After");
            }
            String type = page.headers().firstValue("Content-Type").orElse("");
            text.append(Told.lasting(type, page.body())).append('\n');
            address = cursor.isEmpty() ? "" : next(PipelineClient.json(page.body()));
        }
        String all =
                path.startsWith(CHANGES) ? text.toString().lines().sorted().collect(joining("\n")) : text.toString();
        return new Told(200, String.join(" and ", stale), all);
    }

    private String next(JsonNode page) {
        String next = page.path("next").asString("");
        return next.isEmpty() || !page.path("more").asBoolean(true)
                ? ""
                : path
                        + (path.contains("?") ? '&' : '?')
                        + cursor
                        + '='
                        + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return path + (body.isEmpty() ? "" : " " + body) + (cursor.isEmpty() ? "" : " page by page");
    }
}
