package org.copyflow.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.copyflow.running.PipelineClient;
import tools.jackson.databind.JsonNode;

/// Pushes what the instances are asked about: some subjects, of which several sources tell in words of their own and
/// one in those of another; and later, from a source of its own and in another language, what changes no answer about
/// these.
final class Newsroom {

    static final String LATE = "late";

    private static final int SOURCES = 4;
    private static final List<String> PLACES = List.of("Bergen", "Oslo", "Lisbon", "Rotterdam", "Gdansk");

    /// Headlines and texts; `%s` is where it happened.
    private static final List<String> TELLINGS = List.of("""
            # Ferry sinks off %1$s, 120 rescued

            A ferry sank off %1$s on Monday and 120 passengers were rescued, the Northern Port Authority said. "The \
            crew did everything right," said Ana Lind, who leads the authority. The ferry had left %1$s at noon.
            """, """
            # 120 passengers rescued as ferry sinks off %1$s

            All 120 people on board were taken off a ferry that went down near %1$s, Ana Lind of the Northern Port \
            Authority told reporters. The ship was built in 1998 and had been inspected in March. Damage may come \
            to $4 million.
            """, """
            # Ferry that sank off %1$s had been inspected, says Lind

            The ferry that sank off %1$s passed an inspection in March, said Ana Lind. Divers will search the wreck. \
            "We owe an answer to the passengers," Lind said. Shares of its owner fell 7 percent.
            """);

    private final PipelineClient client;
    private final List<String> late = new ArrayList<>();

    Newsroom(PipelineClient client) {
        this.client = client;
    }

    static List<String> sources() {
        return IntStream.range(0, SOURCES).mapToObj(i -> "desk-" + i).toList();
    }

    static int articlesASource() {
        return PLACES.size();
    }

    /// @return the ids of all articles, of one place after the other; the last of a place is a copy
    List<String> push() {
        var ids = new ArrayList<String>();
        for (String place : PLACES) {
            String first = TELLINGS.getFirst().formatted(place);
            for (int i = 0; i < SOURCES; i++) {
                String text = i < TELLINGS.size() ? TELLINGS.get(i).formatted(place) : first;
                ids.add(client.pushed("desk-" + i, "urn:" + place, "text/markdown", text));
            }
        }
        return ids;
    }

    /// Corrects the first telling of each place.
    void correct() {
        for (String place : PLACES) {
            String corrected = TELLINGS.getFirst().formatted(place) + "\nIt was on its way to Stavanger.\n";
            assertThat(client.pushMarkdown("desk-0", "urn:" + place, "&version=2", corrected)
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    /// Waits until every copy is known to be one.
    void awaitCopies(List<String> ids) {
        for (int copy = SOURCES - 1; copy < ids.size(); copy += SOURCES) {
            String address = client.readAddress() + "/v1/articles/" + ids.get(copy) + "/relations";
            await("copy " + ids.get(copy)).atMost(SOON).until(() -> {
                JsonNode relations = PipelineClient.json(client.get(address).body());
                return relations.has("duplicateOf");
            });
        }
    }

    /// Pushes so many more articles that nobody was asked about.
    void pushLate(int count) {
        for (int i = 0; i < count; i++) {
            int number = late.size();
            late.add(client.pushed(LATE, "urn:" + number, "text/markdown", "# 晚报\n\n第 " + number + " 号。\n"));
        }
    }

    List<String> late() {
        return List.copyOf(late);
    }
}
