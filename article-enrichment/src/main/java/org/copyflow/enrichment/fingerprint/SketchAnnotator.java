package org.copyflow.enrichment.fingerprint;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.Arrays;
import java.util.Base64;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Sketch;

/// The [Sketch] by which near-duplicates are told: SuperMinHash (Ertl 2017, arXiv:1706.05698) over shingles of
/// three words, or of five characters in Chinese. Case, punctuation and layout make no difference. A text of
/// fewer than 24 different shingles has none: too little to tell a copy from a common phrase.
public final class SketchAnnotator implements Annotator {

    static final int COMPONENTS = 126;
    static final int BITS = 16;
    static final int LEAST_SHINGLES = 24;

    private static final int WORDS = 3;
    private static final int CHARACTERS = 5;
    private static final SimilarityHashPolicy POLICY = SimilarityHashing.superMinHash(COMPONENTS, BITS);
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    // FNV-1a, and the finalizer of SplitMix64, which spreads what FNV leaves alike
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long MIX_ONE = 0xbf58476d1ce4e5b9L;
    private static final long MIX_TWO = 0x94d049bb133111ebL;

    @Override
    public String name() {
        return "sketch";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        long[] words = wordHashes(article.body().text(), article.body().tokens());
        long[] shingles = shingles(words, article.body().isChinese() ? CHARACTERS : WORDS);
        if (shingles.length < LEAST_SHINGLES) {
            return found;
        }
        byte[] components = POLICY.createHasher().compute(ElementHashProvider.ofValues(shingles));
        return found.withSketch(new Sketch(shingles.length, BASE64.encodeToString(components)));
    }

    private static long[] wordHashes(String text, Tokens tokens) {
        long[] hashes = new long[tokens.count()];
        int count = 0;
        for (int token = 0; token < tokens.count(); token++) {
            if (tokens.kind(token) != Tokens.Kind.PUNCTUATION) {
                long hash = FNV_BASIS;
                for (int at = tokens.start(token); at < tokens.end(token); at++) {
                    hash = (hash ^ PlainCharacters.of(text.charAt(at))) * FNV_PRIME;
                }
                hashes[count++] = mix(hash);
            }
        }
        return Arrays.copyOf(hashes, count);
    }

    /// The different runs of so many words, in no order.
    private static long[] shingles(long[] words, int width) {
        long[] all = new long[Math.max(0, words.length - width + 1)];
        for (int first = 0; first < all.length; first++) {
            long hash = FNV_BASIS;
            for (int word = first; word < first + width; word++) {
                hash = mix(hash ^ words[word]);
            }
            all[first] = hash;
        }
        Arrays.sort(all);
        int different = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[different++] = all[i];
            }
        }
        return Arrays.copyOf(all, different);
    }

    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * MIX_ONE;
        mixed = (mixed ^ (mixed >>> 27)) * MIX_TWO;
        return mixed ^ (mixed >>> 31);
    }
}
