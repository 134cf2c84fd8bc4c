package org.copyflow.kit.document;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A service's OpenAPI document at `/v1/openapi.yaml`, and as a page at `/v1/docs`. Thread-safe.
public final class ApiDocument {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final byte[] yaml;
    private final String page;
    private final String style;

    /// @param owner the class beside whose file the document stands
    /// @param resource its name, as `openapi.yaml`
    public ApiDocument(Class<?> owner, String resource) {
        yaml = read(owner, resource);
        page = new ApiPage(yaml).html();
        style = new String(read(ApiDocument.class, "docs.css"), StandardCharsets.UTF_8);
    }

    public void addTo(RoutesConfig routes) {
        routes.get(
                "/v1/openapi.yaml", ctx -> ctx.contentType("application/yaml").result(yaml));
        routes.get(
                "/v1/docs",
                ctx -> ctx.contentType("text/html; charset=utf-8")
                        .header("Content-Security-Policy", POLICY)
                        .header("X-Content-Type-Options", "nosniff")
                        .result(page));
        routes.get(
                "/v1/docs.css",
                ctx -> ctx.contentType("text/css; charset=utf-8").result(style));
    }

    private static byte[] read(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource " + resource + " beside " + owner.getName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
