package org.copyflow.index.duplicates;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import org.copyflow.events.article.Sketch;

/// Sketches with a known part in common.
public final class Sketches {

    private static final int SHINGLES = 400;

    private Sketches() {}

    /// A sketch of a family: of its 126 components so many are the family's, the others its own.
    ///
    /// @param number another number gives other components of its own
    public static Sketch of(int family, int ofTheFamily, int number) {
        var components = ByteBuffer.allocate(SketchedArticle.COMPONENTS * Short.BYTES);
        var shared = new Random(family);
        var own = new Random(31L * family + number + 1_000_003);
        for (int i = 0; i < SketchedArticle.COMPONENTS; i++) {
            short common = (short) shared.nextInt();
            short alone = (short) own.nextInt();
            components.putShort(i < ofTheFamily ? common : alone);
        }
        return new Sketch(SHINGLES, Base64.getEncoder().withoutPadding().encodeToString(components.array()));
    }
}
