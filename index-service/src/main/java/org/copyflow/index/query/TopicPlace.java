package org.copyflow.index.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.copyflow.index.query.TopicQuery.Order;

/// Where a page of topics ended: what orders its last topic. As text, which clients take as opaque, it is base64url of
/// that. Topics that come, go or change between two pages move no others: only one that itself passes this place is
/// missed, or shown twice.
///
/// @param topic the last topic, of which no more is known than what orders it
public record TopicPlace(Order order, TopicSummary topic) {

    private static final String SEPARATOR = "\n";
    private static final int PARTS = 6;
    private static final int MAX_CHARS = 2_000;

    /// @throws IllegalArgumentException where the text is not one that [#cursor()] makes
    public static TopicPlace parse(String cursor) {
        String plain = cursor.length() > MAX_CHARS
                ? ""
                : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String[] parts = plain.split(SEPARATOR, PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("it is not the place of a topic");
        }
        try {
            return new TopicPlace(
                    Order.valueOf(parts[0]),
                    new TopicSummary(
                            parts[4],
                            parts[5],
                            "",
                            List.of(),
                            Long.parseLong(parts[2]),
                            Double.parseDouble(parts[1]),
                            false,
                            Instant.parse(parts[3])));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it is not the place of a topic", e);
        }
    }

    @JsonValue
    public String cursor() {
        String plain = String.join(
                SEPARATOR,
                order.name(),
                String.valueOf(topic.trend()),
                String.valueOf(topic.articles()),
                topic.updatedAt().toString(),
                topic.id(),
                topic.name());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
