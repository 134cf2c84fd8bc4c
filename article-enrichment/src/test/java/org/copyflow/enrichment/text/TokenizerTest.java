package org.copyflow.enrichment.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.copyflow.enrichment.text.Tokens.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenizerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            The minister spoke.                     → The|minister|spoke|.
            sci-tech and well-being                 → sci-tech|and|well-being
            Covid-19, G20 and A380                  → Covid-19|,|G20|and|A380
            It doesn’t, we've                       → It|doesn’t|,|we've
            China's growth, the boss’s car          → China|'s|growth|,|the|boss|’s|car
            the players' union                      → the|players|'|union
            O'Brien of Xi'an                        → O'Brien|of|Xi'an
            in the U.S. and the U.K.                → in|the|U.S.|and|the|U.K.
            a U.S.-based firm                       → a|U.S.-based|firm
            at 5 p.m. on Monday                     → at|5|p.m.|on|Monday
            J.K. Rowling, Ph.D., wrote              → J.K.|Rowling|,|Ph.D.|,|wrote
            AT&T and R&D                            → AT&T|and|R&D
            1,234,567.89 or 3.5 percent             → 1,234,567.89|or|3.5|percent
            in 2024,2025 and 2026.                  → in|2024|,|2025|and|2026|.
            $1.3bn, €20 and 15%                     → $|1.3|bn|,|€|20|and|15|%
            2021-25, the 105-qubit chip             → 2021|-|25|,|the|105|-|qubit|chip
            the 15th, the 1990s, 5G                 → the|15|th|,|the|1990|s|,|5|G
            see https://example.org/a?b=c,d.        → see|https://example.org/a?b=c,d|.
            (www.example.org/x_(y))                 → (|www.example.org/x_(y)|)
            mail jo.smith+x@mail.example.com.       → mail|jo.smith+x@mail.example.com|.
            Amazon.com sells node.js books.         → Amazon.com|sells|node.js|books|.
            the talks.The deal                      → the|talks|.|The|deal
            Wait... what?!                          → Wait|.|.|.|what|?|!
            café naïve Łódź                         → café|naïve|Łódź
            @name and #tag                          → @|name|and|#|tag
            file_name a@b                           → file|_|name|a|@|b
            x -- y – z — w                          → x|-|-|y|–|z|—|w
            """)
    void splitsEnglish(String text, String expected) {
        assertThat(texts(text)).containsExactly(expected.split("\\|", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            中国经济增长5.2%。           → 中|国|经|济|增|长|5.2|%|。
            DeepSeek发布R1模型           → DeepSeek|发|布|R1|模|型
            “你好，”他说。               → “|你|好|，|”|他|说|。
            埃菲姆·泽尔曼诺夫             → 埃|菲|姆|·|泽|尔|曼|诺|夫
            東京タワーへ行く               → 東|京|タ|ワ|ー|へ|行|く
            １２３人                    → １２３|人
            서울에서 열린                 → 서울에서|열린
            क्षेत्र में                     → क्षेत्र|में
            """)
    void splitsOtherScripts(String text, String expected) {
        assertThat(texts(text)).containsExactly(expected.split("\\|", -1));
    }

    @Test
    void saysWhatEachTokenIs() {
        Tokens tokens = Tokenizer.tokenize("Up 5.2% in 中 's");
        assertThat(IntStream.range(0, tokens.count()).mapToObj(tokens::kind))
                .containsExactly(
                        Kind.WORD,
                        Kind.NUMBER,
                        Kind.PUNCTUATION,
                        Kind.WORD,
                        Kind.IDEOGRAPH,
                        Kind.PUNCTUATION,
                        Kind.WORD);
    }

    @Test
    void keepsCharactersBeyondTheBasicPlaneWhole() {
        assertThat(texts("𠮷野家 😀 𝒳y")).containsExactly("𠮷", "野", "家", "😀", "𝒳y");
    }

    @Test
    void readsLoneSurrogatesAsMarks() {
        assertThat(texts("a \ud83d b")).containsExactly("a", "\ud83d", "b");
    }

    /// Tokens stand in order, do not overlap, and hold every character that is not white space.
    @Test
    void losesNothing() {
        for (long seed = 0; seed < 300; seed++) {
            String text = randomText(seed);
            Tokens tokens = Tokenizer.tokenize(text);
            var rebuilt = new StringBuilder();
            int end = 0;
            for (int token = 0; token < tokens.count(); token++) {
                assertThat(tokens.start(token)).as("seed %d", seed).isGreaterThanOrEqualTo(end);
                assertThat(tokens.length(token)).as("seed %d", seed).isPositive();
                end = tokens.end(token);
                rebuilt.append(tokens.text(token));
            }
            assertThat(rebuilt.toString()).as("seed %d: %s", seed, text).isEqualTo(text.replaceAll("[ \n\u00a0]", ""));
        }
    }

    @Test
    @Timeout(20)
    void takesTimeInProportionToTheText() {
        String hostile = "a.b".repeat(400_000) + "h".repeat(400_000) + "http://".repeat(100_000) + "a@".repeat(200_000);
        assertThat(Tokenizer.tokenize(hostile).count()).isPositive();
    }

    private static List<String> texts(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        return IntStream.range(0, tokens.count()).mapToObj(tokens::text).toList();
    }

    private static String randomText(long seed) {
        String alphabet = "abcABC019 .,'’-@:/&%\n\u00a0“”\"()中文。éß한www.http://x.y@z.com ";
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
