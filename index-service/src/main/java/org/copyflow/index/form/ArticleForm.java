package org.copyflow.index.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.jspecify.annotations.Nullable;

/// A form in which an article is answered.
public enum ArticleForm {
    /// As it stands on `articles.enriched`.
    JSON("application/json", "application/json; charset=utf-8"),
    NINJS("application/vnd.iptc.ninjs+json", "application/vnd.iptc.ninjs+json"),
    HTML("text/html", "text/html; charset=utf-8");

    private final String mediaType;
    private final String contentType;

    ArticleForm(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    /// The value of `Content-Type`.
    public String contentType() {
        return contentType;
    }

    /// The form as the parameter `format` calls it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ArticleForm> ofWord(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    /// The form that a client likes best; of several the first of this list. Absent where it accepts none.
    ///
    /// @param accept the header of that name
    public static Optional<ArticleForm> accepted(@Nullable String accept) {
        return AcceptHeader.of(accept).best(List.of(values()), form -> form.mediaType);
    }

    /// All words, for people.
    public static String words() {
        return Arrays.stream(values()).map(ArticleForm::word).collect(Collectors.joining(", "));
    }

    /// All media types, for people.
    public static String mediaTypes() {
        return Arrays.stream(values()).map(form -> form.mediaType).collect(Collectors.joining(", "));
    }

    public byte[] write(Article article) {
        return switch (this) {
            case JSON -> EventJson.mapper().writeValueAsBytes(article);
            case NINJS -> EventJson.mapper().writeValueAsBytes(NinjsItem.of(article));
            case HTML -> ArticleHtml.of(article).getBytes(StandardCharsets.UTF_8);
        };
    }
}
