package org.copyflow.index.instances;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import org.apache.kafka.common.utils.Bytes;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// What the instances of the service ask each other; no part of the API. Answers those who have the instances' key;
/// where none is set, whoever may read everything on the own machine anyway, and else nobody.
public final class InstanceRoutes {

    private static final int MAX_ENTRIES = 10_000;
    private static final Duration SOON = Duration.ofSeconds(2);

    private final StoreAccess stores;
    private final byte @Nullable [] authorization;
    private final boolean open;

    /// @param key the instances' key, absent where none is set
    /// @param open whether it answers without a key where none is set
    InstanceRoutes(StoreAccess stores, @Nullable String key, boolean open) {
        this.stores = stores;
        this.open = open;
        this.authorization = key == null ? null : ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/internal/stores/{store}/{partition}", this::read);
    }

    private void read(Context ctx) throws IOException {
        if (!isInstance(ctx.header("Authorization"))) {
            throw new ProblemException(Problem.of(
                    403,
                    "not-an-instance",
                    "This is for instances of the index service",
                    "Only they ask here, with the key that index.instances-key sets."));
        }
        ctx.contentType("application/octet-stream");
        try {
            var part = new StorePart(
                    ctx.pathParam("store"),
                    Integer.parseInt(ctx.pathParam("partition")),
                    "true".equals(ctx.queryParam("standby")));
            Bytes key = bytes(ctx, "key");
            if (key == null) {
                entries(ctx, part);
            } else {
                value(ctx, part, key);
            }
        } catch (StoresUnavailableException e) {
            throw new ProblemException(
                    Problem.of(503, "restoring", "The index cannot answer now", e.getMessage() + "."), SOON, e);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(
                    400, "bad-parameter", "A parameter cannot be used", "It is not as an instance sends it: " + e));
        }
    }

    private boolean isInstance(@Nullable String given) {
        return authorization == null
                ? open
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
        int limit = Math.clamp(
                Integer.parseInt(ctx.queryParamAsClass("limit", String.class).getOrDefault("1")), 1, MAX_ENTRIES);
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
