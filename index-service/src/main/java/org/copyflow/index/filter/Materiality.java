package org.copyflow.index.filter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.copyflow.events.article.Revision;
import org.copyflow.events.topic.ArticleCard;
import org.jspecify.annotations.Nullable;

/// Which updates of an article are worth an event, beside its coming and going.
public enum Materiality {
    /// None.
    @JsonProperty("new")
    NEW(null),
    /// All, also what is said about copies of it.
    @JsonProperty("any")
    ANY(null),
    @JsonProperty("headline")
    HEADLINE(Revision.Field.TITLE),
    @JsonProperty("figures")
    FIGURES(Revision.Field.FIGURE),
    @JsonProperty("quotes")
    QUOTES(Revision.Field.QUOTE);

    private final Revision.@Nullable Field field;

    Materiality(Revision.@Nullable Field field) {
        this.field = field;
    }

    /// As filters write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Materiality> of(String word) {
        return Stream.of(values()).filter(value -> value.word().equals(word)).findFirst();
    }

    /// Whether an update is worth an event.
    ///
    /// @param version whether the article itself is another than before, not only what is said about it
    boolean takes(ArticleCard article, boolean version) {
        return this == ANY || (version && field != null && article.changed().contains(field));
    }
}
