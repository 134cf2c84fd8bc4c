package org.copyflow.events.raw;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// A record's headers as text: the names of CloudEvents' Kafka binding, and Copyflow's own extension attributes.
public final class EventHeaders {

    public static final String CE_SPECVERSION = "ce_specversion";
    public static final String CE_ID = "ce_id";
    public static final String CE_TYPE = "ce_type";
    public static final String CE_SOURCE = "ce_source";
    public static final String CE_SUBJECT = "ce_subject";
    public static final String CE_TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";

    public static final String URL = "ce_itemurl";
    public static final String VERSION = "ce_itemversion";
    public static final String VERSION_CREATED = "ce_itemversioncreated";
    public static final String STATUS = "ce_itemstatus";
    public static final String EMBARGO = "ce_itemembargo";

    /// Of the articles that one was compared with.
    public static final String LANGUAGE = "ce_language";

    public static final String ERROR_STAGE = "ce_errorstage";
    public static final String ERROR_CODE = "ce_errorcode";
    public static final String ERROR_MESSAGE = "ce_errormessage";
    public static final String ORIGIN_TOPIC = "ce_origintopic";
    public static final String ORIGIN_PARTITION = "ce_originpartition";
    public static final String ORIGIN_OFFSET = "ce_originoffset";
    public static final String ATTEMPT = "ce_attempt";
    public static final String REPLAY_OF = "ce_replayof";

    private final Headers headers;

    public EventHeaders(Headers headers) {
        this.headers = headers;
    }

    /// Sets the header to the value's text, replacing what was there; leaves it out where the value is absent.
    public EventHeaders put(String name, @Nullable Object value) {
        headers.remove(name);
        if (value != null) {
            headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    public @Nullable String get(String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /// @throws IllegalArgumentException where the header is missing
    public String required(String name) {
        String value = get(name);
        if (value == null) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return value;
    }

    /// @throws IllegalArgumentException where it is not a whole number
    public @Nullable Long number(String name) {
        String value = get(name);
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the header " + name + " is not a whole number: '" + value + "'", e);
        }
    }

    /// @throws IllegalArgumentException where the header is missing or is not an ISO 8601 instant
    public Instant requiredInstant(String name) {
        required(name);
        return Objects.requireNonNull(instant(name));
    }

    /// @throws IllegalArgumentException where it is not an ISO 8601 instant
    public @Nullable Instant instant(String name) {
        String value = get(name);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the header " + name + " is not an instant: '" + value + "'", e);
        }
    }
}
