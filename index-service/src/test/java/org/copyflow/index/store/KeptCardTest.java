package org.copyflow.index.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.harbour;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.copyflow.events.EventJson;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.Test;

class KeptCardTest {

    private static final ArticleCard CARD = CardOf.of(harbour("a1"));

    private final Serde<KeptCard> serde =
            IndexStores.<byte[], KeptCard>layout(IndexStores.TOPIC_ARTICLES).values();

    @Test
    void comesBackAsItWasKept() {
        var kept = new KeptCard("Häfen 港口", CARD, List.of("medtop:04000000"));

        KeptCard back = serde.deserializer().deserialize("", serde.serializer().serialize("", kept));

        assertThat(back).isEqualTo(kept);
        assertThat(back.counted().topicName()).isEqualTo("Häfen 港口");
        assertThat(back.counted().people()).isEqualTo(CARD.people());
        assertThat(back.counted().organisations()).isEqualTo(CARD.organisations());
        assertThat(back.counted().topics()).isEqualTo(CARD.topics());
        assertThat(back.counted().figures()).isEqualTo(CARD.figures().size());
        assertThat(back.counted().copy()).isFalse();
        assertThat(back.card()).isEqualTo(CARD);
    }

    @Test
    void knowsTheLengthOfLongTexts() {
        var kept = new KeptCard("n".repeat(300), CARD, List.of());

        KeptCard back = serde.deserializer().deserialize("", serde.serializer().serialize("", kept));

        assertThat(back.counted().topicName()).hasSize(300);
        assertThat(back.card()).isEqualTo(CARD);
    }

    @Test
    void readsWhatReleasesBeforeKept() {
        byte[] before = ("{\"topicName\":\"paper\",\"card\":"
                        + EventJson.mapper().writeValueAsString(CARD) + ",\"broader\":[\"medtop:04000000\"]}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(serde.deserializer().deserialize("", before))
                .isEqualTo(new KeptCard("paper", CARD, List.of("medtop:04000000")));
    }
}
