package org.copyflow.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The one way JSON is written and read in Copyflow.
///
/// Absent is absent: nulls, empty strings and empty lists are left out. Fields appear in the order of the record.
/// Unknown fields are ignored, so that an older reader follows a newer writer. Times are ISO 8601 strings. Duplicate
/// keys, nesting deeper than 200 and strings over 20 million characters are refused. Thread-safe.
public final class EventJson {

    private static final int MAX_NESTING_DEPTH = 200;
    private static final int MAX_STRING_CHARS = 20_000_000;

    private static final JsonMapper MAPPER = mapper(MAX_STRING_CHARS);

    private EventJson() {}

    /// The same with another limit to strings, for callers who know how long theirs may be. It is costly to make.
    public static JsonMapper mapper(int maxStringChars) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_NESTING_DEPTH)
                                .maxStringLength(maxStringChars)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                        .build())
                .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    public static JsonMapper mapper() {
        return MAPPER;
    }
}
