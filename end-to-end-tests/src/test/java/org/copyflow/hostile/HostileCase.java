package org.copyflow.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// One thing to send, and what must come of it.
///
/// @param kind what it is about, as `xml`
/// @param expected status and code; for a batch each item's code, as `207 [accepted, body-too-large]`; for what is
///     accepted, what enrichment made of it, as `202 dead-lettered: too-deep`
record HostileCase(String kind, String name, Request request, String expected) {

    /// What is sent over HTTP.
    ///
    /// @param path with its query
    /// @param body made when it is sent, so that one at a time is in memory
    record Request(String method, String path, Map<String, String> headers, Supplier<byte[]> body) {

        Request with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Request(method, path, more, body);
        }

        Request at(String otherPath) {
            return new Request(method, otherPath, headers, body);
        }

        Request by(String otherMethod) {
            return new Request(otherMethod, path, headers, body);
        }

        HostileCase gets(String kind, String name, String expected) {
            return new HostileCase(kind, name, this, expected);
        }
    }

    static final String PUSH = "/v1/articles?source=hostile";
    static final String BATCH = "/v1/articles:batch?source=hostile";

    /// Bytes as they go over the wire, where no client would send such a request.
    static final String RAW = "RAW";

    static Request push(String mediaType, Supplier<byte[]> body) {
        return new Request("POST", PUSH, Map.of("Content-Type", mediaType), body);
    }

    static Request push(String mediaType, String body) {
        return push(mediaType, () -> bytes(body));
    }

    static Request raw(String wire) {
        return new Request(RAW, "", Map.of(), () -> wire.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// So many times the same byte.
    static byte[] filled(int length, char with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }
}
