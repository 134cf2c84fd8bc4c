package org.copyflow.kit.server;

import java.nio.ByteBuffer;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Answers what never reaches a route, because it is not HTTP or breaks a limit of the server, as problems too.
final class BrokenRequests extends ErrorHandler {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY");

    private final JsonMapper json;

    BrokenRequests(JsonMapper json) {
        this.json = json;
    }

    /// Refuses methods that HTTP does not have before anything keeps a record of their names.
    static void refuseUnknownMethods(HttpConfiguration configuration) {
        configuration.addCustomizer(BrokenRequests::requireKnownMethod);
    }

    /// What HTTP itself says was wrong.
    static Problem problem(int status, @Nullable String reason) {
        return Problem.of(
                status,
                status == HttpStatus.NOT_IMPLEMENTED_501 ? "unknown-method" : "broken-request",
                "The request is not good HTTP",
                (reason == null ? HttpStatus.getMessage(status) : reason) + ". Check the request line and headers.");
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String reason,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, HttpServer.PROBLEM_JSON);
        response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(problem(status, reason))), callback);
    }

    private static Request requireKnownMethod(Request request, HttpFields.Mutable responseHeaders) {
        if (!METHODS.contains(request.getMethod())) {
            throw new HttpException.RuntimeException(HttpStatus.NOT_IMPLEMENTED_501, "There is no such HTTP method");
        }
        return request;
    }
}
