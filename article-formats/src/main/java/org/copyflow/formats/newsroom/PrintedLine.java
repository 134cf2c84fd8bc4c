package org.copyflow.formats.newsroom;

import java.util.List;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.StatedTime;
import org.jspecify.annotations.Nullable;

/// What one line of a page or a scraped site is.
public sealed interface PrintedLine {

    /// Who wrote it (`By IDA Holm & PER Strand`); no names where it names nobody (`By Staff Reporters`).
    record Credits(
            String text, List<Byline> bylines, @Nullable String publisher) implements PrintedLine {}

    /// Times, source, people, address, section, title as sites print them over or under an article.
    record Metadata(
            List<Byline> bylines,
            @Nullable String publisher,
            @Nullable StatedTime published,
            @Nullable StatedTime updated,
            @Nullable String url,
            @Nullable String section,
            @Nullable String title)
            implements PrintedLine {

        /// True where it states several things, as only such lines do.
        public boolean statesMuch() {
            int stated = (publisher == null ? 0 : 1) + (published == null ? 0 : 1) + (updated == null ? 0 : 1);
            return stated + (bylines.isEmpty() ? 0 : 1) > 1;
        }

        /// True where it is a page's address and nothing else.
        public boolean isAddress() {
            return url != null
                    && bylines.isEmpty()
                    && publisher == null
                    && published == null
                    && updated == null
                    && section == null
                    && title == null;
        }

        /// True where it names the people behind the page, as the lines below an article do.
        public boolean namesEditor() {
            return bylines.stream().anyMatch(byline -> byline.role().equals(Byline.EDITOR));
        }
    }

    /// A text under a picture, with its credit.
    record PictureText(String text, @Nullable String credit) implements PrintedLine {}

    /// A picture's credit alone.
    record Credit(String credit) implements PrintedLine {}

    /// A remark about the article.
    record Remark(Note note) implements PrintedLine {}

    /// The heading over a remark.
    record RemarkHeading(Note.Kind kind) implements PrintedLine {}

    /// `From page 1`: where the article began.
    record ContinuedFrom(String page) implements PrintedLine {}

    /// What a page or site prints that belongs to no article.
    record Furniture() implements PrintedLine {}

    /// The heading over lists of other articles, comments, sharing: the article is over.
    record EndOfArticle() implements PrintedLine {}

    /// Script or style source.
    record Code() implements PrintedLine {}

    /// Anything else: text.
    record Text(String text) implements PrintedLine {}
}
