package org.copyflow.hostile;

import static org.copyflow.hostile.HostileCase.PUSH;
import static org.copyflow.hostile.HostileCase.push;
import static org.copyflow.hostile.HostileCase.raw;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copyflow.hostile.HostileCase.Request;

/// Requests whose parameters, headers or lines try to be something else.
final class RequestCases {

    private static final Request GOOD = push("text/plain", "The ferry runs.");

    private RequestCases() {}

    static List<HostileCase> all() {
        return Stream.of(parameters(), headersAndSources(), paths(), wire())
                .flatMap(List::stream)
                .toList();
    }

    private static List<HostileCase> parameters() {
        return List.of(
                parameter("uri=a%0d%0aCe_source:%20evil")
                        .gets("parameter", "a header's end in uri", "400 bad-parameter"),
                parameter("uri=a%00b").gets("parameter", "a NUL in uri", "400 bad-parameter"),
                parameter("uri=%ED%A0%80").gets("parameter", "half of a surrogate pair in uri", "400 bad-parameter"),
                parameter("uri=%ff%fe").gets("parameter", "bytes that are no UTF-8 in uri", "400 bad-parameter"),
                parameter("uri=" + "u".repeat(4_000))
                        .gets("parameter", "a uri of 4,000 characters", "400 bad-parameter"),
                parameter("uri=a&uri=b").gets("parameter", "uri twice", "400 bad-parameter"),
                parameter("url=javascript:alert(1)").gets("parameter", "a url that is a script", "400 bad-parameter"),
                parameter("url=http://a%0d%0ab").gets("parameter", "a header's end in url", "400 bad-parameter"),
                parameter("version=-1").gets("parameter", "a negative version", "400 bad-parameter"),
                parameter("version=99999999999999999999")
                        .gets("parameter", "a version beyond all bounds", "400 bad-parameter"),
                parameter("embargo=+999999999-12-31T23:59:59Z")
                        .gets("parameter", "an embargo until the end of time", "400 bad-parameter"),
                parameter("status=drop%20table").gets("parameter", "a status that does not exist", "400 bad-parameter"),
                parameter("embrago=2030-01-01T00:00:00Z")
                        .gets("parameter", "a mistyped embargo", "400 unknown-parameter"));
    }

    private static List<HostileCase> headersAndSources() {
        return List.of(
                GOOD.with("Copyflow-Embrago", "2030-01-01T00:00:00Z")
                        .gets("header", "a mistyped embargo", "400 unknown-parameter"),
                GOOD.with("Copyflow-Source", "other")
                        .gets("header", "another source than in the query", "400 bad-parameter"),
                GOOD.with("traceparent", "00-" + "z".repeat(200))
                        .gets("header", "a trace that is none", "202 published"),
                GOOD.with("Origin", "https://evil.example")
                        .with("Sec-Fetch-Site", "cross-site")
                        .gets("header", "from another site's page", "403 cross-site"),
                GOOD.at("/v1/articles?source=../../etc").gets("source", "a path", "400 bad-parameter"),
                GOOD.at("/v1/articles?source=a%0d%0ab").gets("source", "a header's end", "400 bad-parameter"),
                GOOD.at("/v1/articles?source=" + "s".repeat(65)).gets("source", "65 characters", "400 bad-parameter"),
                GOOD.at("/v1/articles").gets("source", "none", "400 missing-source"));
    }

    private static List<HostileCase> paths() {
        return List.of(
                GOOD.by("PUT")
                        .at("/v1/articles/hostile/%2e%2e/%2e%2e/etc/passwd")
                        .gets("path", "upwards, encoded", "400 broken-request"),
                GOOD.by("PUT")
                        .at("/v1/articles/..%2f..%2fetc/x")
                        .gets("path", "a source that leads upwards", "400 bad-parameter"),
                GOOD.by("PUT")
                        .at("/v1/articles/hostile/a%00b")
                        .gets("path", "a NUL in an item's name", "400 broken-request"),
                GOOD.by("DELETE").at("/v1/articles/hostile/").gets("path", "the kill of nothing", "404 not-found"),
                GOOD.by("PATCH").gets("method", "one that is not taken", "405 method-not-allowed"),
                new Request("GET", "/v1/receipts/..%2f..%2fetc%2fpasswd", Map.of(), () -> new byte[0])
                        .gets("path", "a receipt that leads upwards", "404 no-such-receipt"),
                new Request("GET", "/v1/receipts/0-" + "9".repeat(30), Map.of(), () -> new byte[0])
                        .gets("path", "a receipt beyond all bounds", "404 no-such-receipt"));
    }

    private static List<HostileCase> wire() {
        return List.of(
                raw("POST " + PUSH
                                + "&uri=% HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx")
                        .gets("parameter", "a percent sign and nothing behind it", "400 bad-parameter"),
                raw(post("X-Evil: a\r\n\tb: c\r\nContent-Length: 1\r\n") + "x")
                        .gets("wire", "a header folded over two lines", "400 broken-request"),
                raw(post("Content-Length: 1\r\nContent-Length: 30\r\n") + "x")
                        .gets("wire", "two lengths", "400 broken-request"),
                raw(post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n")
                        .gets("wire", "a length and chunks", "400 broken-request"),
                raw(post("Transfer-Encoding: chunked\r\n") + "fffffffffffffff\r\nx")
                        .gets("wire", "a chunk beyond all bounds", "400 interrupted-body"),
                raw(post("Content-Length: -1\r\n") + "x").gets("wire", "a negative length", "400 broken-request"),
                raw(post("Content-Length: 99999999999999999999\r\n") + "x")
                        .gets("wire", "a length beyond all bounds", "400 broken-request"),
                raw(post("X-Long: " + "h".repeat(100_000) + "\r\nContent-Length: 1\r\n") + "x")
                        .gets("wire", "a header of 100,000 characters", "431 broken-request"),
                raw(post("X-Many: h\r\n".repeat(20_000) + "Content-Length: 1\r\n") + "x")
                        .gets("wire", "20,000 headers", "431 broken-request"),
                raw("POST /v1/articles?source=" + "s".repeat(100_000) + " HTTP/1.1\r\nHost: h\r\n\r\n")
                        .gets("wire", "a line of 100,000 characters", "414 broken-request"),
                raw("BREW /v1/articles HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n")
                        .gets("wire", "a method that nobody knows", "501 unknown-method"),
                raw("POST " + PUSH + " HTTP/1.1\r\nContent-Length: 1\r\n\r\nx")
                        .gets("wire", "no host", "400 broken-request"),
                raw("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003")
                        .gets("wire", "TLS where none is spoken", "400 broken-request"),
                raw(post("Content-Type: text/plain\r\nContent-Length: 100\r\n") + "cut")
                        .gets("wire", "a body that ends early", "400 interrupted-body"));
    }

    private static Request parameter(String query) {
        return GOOD.at(PUSH + "&" + query);
    }

    private static String post(String headers) {
        return "POST " + PUSH + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + headers + "\r\n";
    }
}
