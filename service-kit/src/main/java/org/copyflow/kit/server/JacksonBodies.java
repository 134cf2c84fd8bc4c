package org.copyflow.kit.server;

import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;

/// Lets Javalin's `ctx.json` write with this project's own JSON settings. Bodies are read elsewhere.
final class JacksonBodies implements JsonMapper {

    private final tools.jackson.databind.json.JsonMapper json;

    JacksonBodies(tools.jackson.databind.json.JsonMapper json) {
        this.json = json;
    }

    @Override
    public String toJsonString(Object body, Type type) {
        return json.writeValueAsString(body);
    }
}
