package org.copyflow.formats;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A media type as HTTP names it.
///
/// @param type type and subtype in lower case, as `text/html`
/// @param charset the `charset` parameter, where there is one
public record MediaType(String type, @Nullable String charset) {

    public static final MediaType HTML = new MediaType("text/html", null);
    public static final MediaType MARKDOWN = new MediaType("text/markdown", null);
    public static final MediaType PLAIN_TEXT = new MediaType("text/plain", null);
    public static final MediaType JSON = new MediaType("application/json", null);

    /// @throws IllegalArgumentException where the text is not a media type, showing it
    public static MediaType parse(String text) {
        int semicolon = text.indexOf(';');
        String type =
                (semicolon < 0 ? text : text.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        int slash = type.indexOf('/');
        if (slash <= 0 || slash == type.length() - 1 || type.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("not a media type: '" + text + "'; one looks like text/html");
        }
        return new MediaType(type, semicolon < 0 ? null : charset(text.substring(semicolon + 1)));
    }

    private static @Nullable String charset(String parameters) {
        for (String parameter : parameters.split(";", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("charset")) {
                String value = parameter.substring(equals + 1).strip();
                return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                        ? value.substring(1, value.length() - 1)
                        : value;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return charset == null ? type : type + "; charset=" + charset;
    }
}
