package org.copyflow.index.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.apache.kafka.common.utils.Bytes;
import org.copyflow.index.instances.StoreAccess;
import org.copyflow.index.instances.StorePart;
import org.copyflow.index.instances.StoreRange;
import org.copyflow.index.instances.StoresUnavailableException;
import org.jspecify.annotations.Nullable;

/// What the instances of the service ask each other; no part of the API. Answers those who have the instances' key;
/// where none is set, whoever asks on the loopback, and on another address nobody.
public final class InstanceRoutes {

    private static final int MAX_ENTRIES = 10_000;

    private final StoreAccess stores;
    private final byte @Nullable [] authorization;

    private final boolean onLoopback;

    /// @param key the instances' key, absent where none is set
    /// @param onLoopback whether only the own machine can ask
    public InstanceRoutes(StoreAccess stores, @Nullable String key, boolean onLoopback) {
        this.stores = stores;
        this.onLoopback = onLoopback;
        this.authorization = key == null ? null : ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/internal/stores/{store}/{partition}", this::read);
    }

    private void read(Context ctx) throws IOException {
        String given = ctx.header("Authorization");
        if (authorization != null
                && (given == null || !MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8)))) {
            throw Problems.notAnInstance();
        }
        var part = new StorePart(
                ctx.pathParam("store"),
                Integer.parseInt(ctx.pathParam("partition")),
                "true".equals(ctx.queryParam("standby")));
        ctx.contentType("application/octet-stream");
        try {
            Bytes key = bytes(ctx, "key");
            if (key == null) {
                entries(ctx, part);
            } else {
                value(ctx, part, key);
            }
        } catch (StoresUnavailableException e) {
            throw Problems.restoring(e);
        } catch (IllegalArgumentException e) {
            throw Problems.badParameter(
                    "store, partition, key, from, to or limit", ctx.path(), "as an instance sends it");
        }
    }

    private boolean isInstance(@Nullable String given) {
        return authorization == null
                ? onLoopback
                : given != null && MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8));
    }

    private void value(Context ctx, StorePart part, Bytes key) {
        byte[] value = stores.value(part, key);
        if (value == null) {
            ctx.status(204);
        } else {
            ctx.result(value);
        }
    }

    private void entries(Context ctx, StorePart part) throws IOException {
        int limit = Parameters.number(ctx, "limit", MAX_ENTRIES, 1, MAX_ENTRIES);
        var range = new StoreRange(
                bytes(ctx, "from"),
                bytes(ctx, "to"),
                "true".equals(ctx.queryParam("backwards")),
                "true".equals(ctx.queryParam("goesOn")));
        var out = new ByteArrayOutputStream();
        stores.entries(part, range, limit, out);
        ctx.result(out.toByteArray());
    }

    private static @Nullable Bytes bytes(Context ctx, String parameter) {
        String given = ctx.queryParam(parameter);
        return given == null ? null : Bytes.wrap(Base64.getUrlDecoder().decode(given));
    }
}
