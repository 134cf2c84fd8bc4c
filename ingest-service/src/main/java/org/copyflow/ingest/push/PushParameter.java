package org.copyflow.ingest.push;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a caller can say of a push, each as a query parameter or as a header.
public enum PushParameter {
    SOURCE("source", "Copyflow-Source"),
    URI("uri", "Copyflow-Uri"),
    URL("url", "Copyflow-Url"),
    VERSION("version", "Copyflow-Version"),
    VERSION_CREATED("versionCreated", "Copyflow-Version-Created"),
    STATUS("status", "Copyflow-Status"),
    EMBARGO("embargo", "Copyflow-Embargo");

    /// What the headers of all parameters begin with, in lower case.
    public static final String HEADER_PREFIX = "copyflow-";

    private static final List<PushParameter> ALL = List.of(values());

    private final String query;
    private final String header;

    PushParameter(String query, String header) {
        this.query = query;
        this.header = header;
    }

    /// Its name in the query string, and in a line of a batch.
    public String query() {
        return query;
    }

    public String header() {
        return header;
    }

    public static @Nullable PushParameter ofQuery(String name) {
        return ALL.stream()
                .filter(parameter -> parameter.query.equals(name))
                .findFirst()
                .orElse(null);
    }

    /// The parameter of a header, whatever its case.
    public static @Nullable PushParameter ofHeader(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(parameter -> parameter.header.toLowerCase(Locale.ROOT).equals(lower))
                .findFirst()
                .orElse(null);
    }

    /// All of them, for people.
    public static String known() {
        return String.join(
                ", ", Arrays.stream(values()).map(PushParameter::query).toList());
    }
}
