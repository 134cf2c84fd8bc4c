package org.copyflow.kit.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Why a request was refused, as RFC 9457 puts it.
///
/// @param type a stable relative reference, `/problems/` and the code
/// @param title what is wrong, the same for every occurrence
/// @param status the HTTP status
/// @param detail what exactly was wrong, where, and what to do
/// @param code stable and documented, as `body-too-large`
/// @param instance the path of the request
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String instance) {

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem("/problems/" + code, title, status, detail, code, null);
    }

    Problem at(String path) {
        return new Problem(type, title, status, detail, code, path);
    }
}
