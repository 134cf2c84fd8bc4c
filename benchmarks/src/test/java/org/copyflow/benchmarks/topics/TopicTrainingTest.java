package org.copyflow.benchmarks.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.enrichment.topics.model.Beliefs;
import org.copyflow.enrichment.topics.model.TopicModel;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TopicTrainingTest {

    private static final MediaTopics TOPICS = MediaTopics.known();
    private static final Path SEEDS = Path.of("../article-enrichment/src/training/topics");

    @Test
    void givesTheSameFileForTheSameSeeds(@TempDir Path folder) throws IOException {
        assertThat(train(folder)).isEqualTo(train(folder));
    }

    @Test
    void learnsWhatTheSeedsTell(@TempDir Path folder) throws IOException {
        TopicModel model = TopicModel.read(new ByteArrayInputStream(train(folder)));
        TrainingText text = TrainingText.of("Goal in the match", "The striker scored a goal", "en");
        Beliefs beliefs = model.byWords(model.vocabulary().vector(text.features()));

        assertThat(beliefs.concepts().get(beliefs.ranked().getFirst())).isEqualTo("medtop:15000000");
    }

    @Test
    void learnsWordsOfTextsThatItIsSureOf(@TempDir Path folder) throws IOException {
        List<TrainingText> texts = List.of(
                TrainingText.of("Striker scores a goal for Rovers", "The goal won the match for Rovers.", "en"),
                TrainingText.of("Rovers match ends without a goal", "Neither striker of Rovers scored.", "en"),
                TrainingText.of("Rovers", "No word of this text came before, nor does any of it help.", "en"));
        TrainingText named = TrainingText.of("Rovers", "", "en");
        TopicModel without = TopicModel.read(new ByteArrayInputStream(train(folder)));
        TopicModel with = TopicModel.read(new ByteArrayInputStream(train(folder, texts)));

        assertThat(without.vocabulary().vector(named.features()).size()).isZero();
        Beliefs beliefs = with.byWords(with.vocabulary().vector(named.features()));
        assertThat(beliefs.concepts().get(beliefs.ranked().getFirst())).isEqualTo("medtop:15000000");
    }

    @Test
    void learnsAProfileOfEveryConceptFromItsTerms(@TempDir Path folder) throws IOException {
        TopicModel model = TopicModel.read(new ByteArrayInputStream(train(folder)));
        Beliefs beliefs = model.byProfiles(model.vocabulary()
                .vector(TrainingText.of("Penalty shoot-out", "A header by the striker", "en")
                        .features()));

        assertThat(beliefs.concepts()).hasSizeGreaterThan(1_000);
        assertThat(beliefs.concepts().get(beliefs.ranked().getFirst())).isEqualTo("medtop:20001065");
    }

    @Test
    void knowsTermsThatNoTextHas(@TempDir Path folder) throws IOException {
        TopicModel model = TopicModel.read(new ByteArrayInputStream(train(folder)));
        Beliefs beliefs = model.byProfiles(model.vocabulary()
                .vector(TrainingText.of("A panenka", "Nobody had seen it.", "en")
                        .features()));

        assertThat(beliefs.concepts().get(beliefs.ranked().getFirst())).isEqualTo("medtop:20001065");
    }

    @Test
    void hasTermsForEveryConceptBelowTheTopLevel() throws IOException {
        for (String language : List.of("en", "zh")) {
            assertThat(ConceptTerms.all(SEEDS.resolve("terms/" + language + ".tsv"), TOPICS, language))
                    .allSatisfy(it -> assertThat(it.text().split("; ", -1))
                            .as(it.concept().id())
                            .hasSizeGreaterThan(8));
        }
    }

    @Test
    void refusesTermsOfWhatIsNoConcept(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("terms.tsv"), "20000163\tjet\n");

        assertThatThrownBy(() -> ConceptTerms.all(file, TOPICS, "en")).hasMessageContaining("terms.tsv");
    }

    @Test
    void readsTextsOfALanguageEachOnce(@TempDir Path folder) throws IOException {
        String english = "The striker scored a goal and the match was won by the club of the town. ".repeat(5);
        String german = "Der Stürmer schoss ein Tor und das Spiel wurde von dem Verein der Stadt gewonnen. ".repeat(5);
        Path file = Files.writeString(
                folder.resolve("texts.jsonl"),
                Stream.of(english, german, english, "The goal")
                        .map("{\"title\": \"A\", \"text\": \"%s\"}"::formatted)
                        .collect(Collectors.joining("\n")));

        assertThat(TrainingText.unlabelled(file, "en")).hasSize(1);
    }

    @Test
    void refusesSeedsThatAreNone(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> read(folder, "20000163\tRetired\ttext")).hasMessageContaining("a.tsv:1: 20000163");
        assertThatThrownBy(() -> read(folder, "15000000\t\ttext")).hasMessageContaining("headline");
        assertThatThrownBy(() -> read(folder, "15000000\tA\tb\n15000000\tA\tb")).hasMessageContaining("came before");
    }

    @Test
    void hasSeedsForEveryConceptOfTheTopLevel() throws IOException {
        for (String language : List.of("en", "zh")) {
            List<Seed> seeds = Seed.all(SEEDS.resolve(language), TOPICS);

            assertThat(seeds.stream()
                            .map(seed -> seed.topics().getFirst().top().id())
                            .distinct())
                    .as(language)
                    .hasSize(17);
        }
    }

    private static byte[] train(Path folder) throws IOException {
        return train(folder, List.of());
    }

    private static byte[] train(Path folder, List<TrainingText> texts) throws IOException {
        List<Seed> seeds = read(folder, """
                15000000\tStriker scores a goal\tThe goal won the match for the striker.
                15000000\tMatch ends without a goal\tNeither striker scored in the match.
                15000000\tGoal of the year\tThe striker hit it from afar.
                15000000\tMatch abandoned\tA goal had been scored when the rain came.
                15000000\tStriker hurt\tHe left the match before the first goal.
                04000000\tBank raises rates\tShares of the bank fell as rates rose.
                04000000\tShares fall\tThe bank lost most as rates went up.
                04000000\tRates are left alone\tThe bank of the country waits, shares rise.
                04000000\tBank merger\tShares of both were up, rates steady.
                04000000\tRates and shares\tWhat the bank does next moves them.
                20000385\tMarket of shares\tThe bank sold shares.""");
        Path file =
                Files.writeString(folder.resolve("terms.txt"), "20001065\tstriker|header|penalty shoot-out|panenka\n");
        List<ConceptTerms> terms = ConceptTerms.all(file, TOPICS, "en");
        float[] nothing = {1, 0};
        return TopicTraining.train("en", seeds, terms, texts, _ -> nothing.clone());
    }

    private static List<Seed> read(Path folder, String lines) throws IOException {
        Files.writeString(folder.resolve("a.tsv"), lines);
        return Seed.all(folder, TOPICS);
    }
}
