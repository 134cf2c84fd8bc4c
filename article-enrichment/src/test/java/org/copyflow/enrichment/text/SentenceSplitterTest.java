package org.copyflow.enrichment.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.events.article.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In the texts of these tests `¶` stands where a sentence ends.
final class SentenceSplitterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rained.¶ It stopped.",
                "Dr. Hossin met Mr. Smith and Gen. Lee on St. James St. in town.¶ They talked.",
                "He lives in the U.S. and works.¶ She does not.",
                "Exports to the U.S. rose.¶ The U.S. Senate agreed.",
                "They came from the U.S.¶ The trip was long.",
                "The vote was at 5 p.m.¶ It passed.",
                "The vote at 5 p.m. Monday passed.",
                "John F. Kennedy and J. R. R. Tolkien met.¶ A. Smith did not.",
                "Growth was 3.5 percent.¶ Prices rose 0.2 points.",
                "It ended in 2024.¶ The next year was better.",
                "He bought 5.¶ She bought 6.",
                "It ranked No. 1 in the world.¶ Nobody asked why.",
                "Was it he?¶ No.¶ He had left.",
                "It helps patients with MS.¶ Final approval is due.",
                "It was plan B.¶ I'm glad it worked.",
                "Warner Bros.¶ But nobody else came.",
                "Apple Inc. (AAPL) fell.¶ Acme Corp. said so.¶ So did Foo Ltd.¶ But others rose.",
                "On Jan. 5 it began; by Dec.¶ It was over.",
                "Shares rose, fell, etc.¶ In the end nothing changed.",
                "Visit example.com or https://example.org/a.b.¶ Then write to a.b@example.org.¶ Thanks.",
                "The price of $1.5 a share... was low.",
                "He stopped...¶ Then he went on.",
                "Wait… what?¶ He left.",
                "Really?!¶ Yes!",
                "Yahoo! said so.",
                "1. The first point is short.¶ The second is not.",
            })
    void splitsEnglish(String marked) {
        assertSplit(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"I am very impressed.¶ The support is amazing,\" he said.",
                "“It works.”¶ That was all.",
                "\"It works.\"¶ That was all.",
                "(It works.)¶ That was all.",
                "\"Why?\" he asked.¶ \"Because!\" she said.",
                "\"Why?\" Smith asked.¶ Nobody knew.",
                "“Why not?” Professor Wang Li said.¶ Nobody knew.",
                "A quotation that began before.\"¶ Much later it ended.",
                "He said: \"It is over.\"¶ \"It is not,\" she said.",
                "He said, \"It is over.\" and left.",
                "They called it 'a quantum leap.'¶ It was one.",
                "‘It is done.’¶ They left.",
                "“Is it ‘done?’” he asked.",
            })
    void keepsQuotationsWhole(String marked) {
        assertSplit(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It showed the policy direction.¶A new year began.",
                "It is the plan (2026-2030).¶\"The talks go on,\" he said.",
                "It comes in the coming days.¶\"Now there is hope,\" she said.",
                "It grew by 5%.¶The rest fell.",
                "He left in 2024.¶Nobody followed.",
                "\"It is done.\"¶The rest is history.",
                "He said \"we are done.\"¶Then he left.",
            })
    void splitsWhereScrapingLostTheSpace(String marked) {
        assertSplit(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "今天下雨了。¶明天晴天！¶你去吗？",
                "他说：“我们成功了。”¶大家鼓掌。",
                "增长3.5%。¶其中出口增长1.2%。",
                "“真的吗？！”¶她问。",
                "他想了想……然后走了。",
                "（完。）¶下一篇。",
                "今日は雨です。¶明日は晴れ。",
                "هل وصل؟¶ نعم.",
                "वह आया।¶ वह गया।",
            })
    void splitsOtherScripts(String marked) {
        assertSplit(marked);
    }

    @Test
    void neverCrossesABlock() {
        String text = "A heading\n\nA sentence without an end\n\nAnother. One.";
        List<Block> blocks = List.of(
                new Block(Block.Type.HEADING, 0, 9),
                new Block(Block.Type.PARAGRAPH, 11, 36),
                new Block(Block.Type.PARAGRAPH, 38, text.length()));
        List<Sentence> sentences = SentenceSplitter.split(Tokenizer.tokenize(text), blocks);
        assertThat(sentences.stream().map(it -> text.substring(it.start(), it.end())))
                .containsExactly("A heading", "A sentence without an end", "Another.", "One.");
        assertThat(sentences.stream().map(Sentence::block)).containsExactly(0, 1, 2, 2);
    }

    @Test
    void endsASentenceThatHasNoEnd() {
        String text = "word ".repeat(2_500).strip();
        List<Sentence> sentences = split(text);
        assertThat(sentences).hasSize(3);
        assertThat(sentences.getFirst().endToken()).isEqualTo(sentences.get(1).firstToken());
    }

    @Test
    void findsNothingInNothing() {
        assertThat(split("")).isEmpty();
        assertThat(split("  \n ")).isEmpty();
        assertThat(split(".")).hasSize(1);
    }

    private static void assertSplit(String marked) {
        List<String> expected =
                Arrays.stream(marked.split("¶", -1)).map(String::strip).toList();
        String text = marked.replace("¶", "");
        assertThat(split(text).stream().map(it -> text.substring(it.start(), it.end())))
                .containsExactlyElementsOf(expected);
    }

    private static List<Sentence> split(String text) {
        return SentenceSplitter.split(
                Tokenizer.tokenize(text), List.of(new Block(Block.Type.PARAGRAPH, 0, text.length())));
    }
}
