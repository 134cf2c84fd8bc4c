package org.copyflow.formats.html.body;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.jspecify.annotations.Nullable;

/// Finds the blocks of a page that are the article's body. Thread-safe.
public final class BodyFinder {

    private BodyFinder() {}

    /// The body's blocks in reading order; empty where nothing reads like one.
    public static List<PageBlock> find(PageOutline page) {
        @Nullable Box main = MainBox.of(page);
        var body = new ArrayList<PageBlock>();
        if (main == null) {
            return body;
        }
        for (int i = main.firstBlock(); i <= main.lastBlock(); i++) {
            PageBlock block = page.blocks().get(i);
            if (block.linkDensity() < 0.5f
                    && (block.words() > 8 || block.box().kind().isHeading())) {
                body.add(block);
            }
        }
        return body;
    }
}
