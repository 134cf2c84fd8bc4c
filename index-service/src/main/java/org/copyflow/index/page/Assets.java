package org.copyflow.index.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The page's style, script and icon, read once. An address carries a checksum of what is behind it, so that browsers
/// may keep it for good.
public final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "copyflow.css", "text/css; charset=utf-8",
            "copyflow.js", "text/javascript; charset=utf-8",
            "copyflow.svg", "image/svg+xml");

    private final Map<String, Asset> assets = Map.of(
            "copyflow.css", Asset.read("copyflow.css"),
            "copyflow.js", Asset.read("copyflow.js"),
            "copyflow.svg", Asset.read("copyflow.svg"));

    private static final class Asset {

        private final byte[] bytes;
        private final String version;

        private Asset(byte[] bytes) {
            this.bytes = bytes;
            var crc = new CRC32C();
            crc.update(bytes);
            version = Long.toHexString(crc.getValue());
        }

        static Asset read(String name) {
            try (InputStream in = Assets.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("the jar of index-service lacks the resource " + name);
                }
                return new Asset(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the resource " + name, e);
            }
        }
    }

    /// The addresses as templates name them.
    record Addresses(String style, String script, String icon) {}

    Addresses addresses() {
        return new Addresses(address("copyflow.css"), address("copyflow.js"), address("copyflow.svg"));
    }

    void serve(Context ctx) {
        String name = ctx.pathParam("name");
        @Nullable Asset asset = assets.get(name);
        if (asset == null) {
            ctx.status(404);
            return;
        }
        ctx.contentType(TYPES.getOrDefault(name, "application/octet-stream"))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .result(asset.bytes);
    }

    private String address(String name) {
        Asset asset = assets.get(name);
        return "/assets/" + name + "?v=" + (asset == null ? "" : asset.version);
    }
}
