package org.copyflow.index.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;

import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.events.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoryRoutesTest {

    private final RunningApi api = new RunningApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void listsStories() throws Exception {
        api.stories.add(story("story:a", "en", 2, 60));
        api.stories.add(story("story:b", "en", 3, 0));
        api.stories.add(story("story:c", "zh", 1, 30));

        assertThat(ids("/v1/stories")).containsExactly("story:a", "story:c", "story:b");
        assertThat(ids("/v1/stories?order=sources&limit=2")).containsExactly("story:b", "story:a");
        assertThat(ids("/v1/stories?language=zh")).containsExactly("story:c");
        assertThat(api.get("/v1/stories?order=size").body()).contains("bad-parameter", "one of sources, updated");
    }

    @Test
    void answersOneStory() throws Exception {
        Story story = story("story:a", "en", 2, 60);
        api.stories.add(story);

        var response = api.get("/v1/stories/story%3Aa");
        assertThat(EventJson.mapper().readValue(response.body(), Story.class)).isEqualTo(story);
        assertThat(api.get("/v1/stories/story:z").statusCode()).isEqualTo(404);
        assertThat(api.get("/v1/stories/story:z").body()).contains("story-not-found", "story:z");
    }

    private List<String> ids(String path) throws Exception {
        return EventJson.mapper()
                .readTree(api.get(path).body())
                .path("stories")
                .valueStream()
                .map(story -> story.path("id").asString())
                .toList();
    }

    private static Story story(String id, String language, int sources, int second) {
        return new Story(
                id,
                language,
                "Title of " + id,
                List.of(),
                List.of(),
                sources,
                List.of("agency"),
                sources,
                NOON,
                NOON.plusSeconds(second),
                List.of(),
                null,
                null,
                NOON);
    }
}
