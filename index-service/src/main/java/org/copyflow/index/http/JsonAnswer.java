package org.copyflow.index.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.copyflow.events.EventJson;
import org.jspecify.annotations.Nullable;

/// An answer, JSON but for articles in other forms, that a client may keep, as long as it asks whether it still
/// holds: 304 where it does.
public final class JsonAnswer {

    private JsonAnswer() {}

    public static void send(Context ctx, Object body) {
        send(ctx, EventJson.mapper().writeValueAsBytes(body), "application/json; charset=utf-8");
    }

    /// @param body what is written already; where it varies by more than the encoding, the caller has said so
    public static void send(Context ctx, byte[] body, String contentType) {
        // weak, because the bytes on the wire may be compressed
        String tag = "W/\"" + Integer.toHexString(body.length) + "-" + checksum(body) + "\"";
        if (ctx.res().getHeader("Vary") == null) {
            ctx.header("Vary", "Accept-Encoding");
        }
        ctx.header("ETag", tag).header("Cache-Control", "no-cache");
        if (isRead(ctx) && matches(ctx.header("If-None-Match"), tag)) {
            ctx.status(304);
        } else {
            ctx.contentType(contentType).result(body);
        }
    }

    /// What was changed is answered with what it is now, whatever the client has.
    private static boolean isRead(Context ctx) {
        return ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
    }

    private static boolean matches(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(given -> given.equals("*") || given.equals(tag) || tag.equals("W/" + given));
    }

    private static String checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return Long.toHexString(crc.getValue());
    }
}
