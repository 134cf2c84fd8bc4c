package org.copyflow.tail;

import org.jspecify.annotations.Nullable;

/// Puts events together from the lines of an SSE stream, as the WHATWG HTML standard, section 9.2.6, says. Not
/// thread-safe.
final class ServerEventParser {

    private static final String MESSAGE = "message";

    private @Nullable String id;
    private String type = MESSAGE;
    private final StringBuilder data = new StringBuilder();
    private boolean hasData;

    /// Takes the next line.
    ///
    /// @return the event that the line ends, if it does
    @Nullable
    ServerEvent take(String line) {
        if (line.isEmpty()) {
            return end();
        }
        int colon = line.indexOf(':');
        if (colon == 0) {
            return null; // a comment, which keeps the connection alive
        }
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        if (value.startsWith(" ")) {
            value = value.substring(1);
        }
        switch (field) {
            case "id" -> id = value.indexOf('\0') < 0 ? value : id;
            case "event" -> type = value;
            case "data" -> {
                if (hasData) {
                    data.append('\n');
                }
                data.append(value);
                hasData = true;
            }
            default -> {} // the standard says to ignore what is not known
        }
        return null;
    }

    /// The last id that the stream named, also where no event came with it.
    @Nullable
    String lastId() {
        return id;
    }

    private @Nullable ServerEvent end() {
        var event = hasData ? new ServerEvent(id, type, data.toString()) : null;
        type = MESSAGE;
        data.setLength(0);
        hasData = false;
        return event;
    }
}
