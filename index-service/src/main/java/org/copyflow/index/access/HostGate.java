package org.copyflow.index.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.copyflow.kit.server.Loopback;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;

/// Takes only requests that name the own machine, where only the own machine may read. A web page whose name is made
/// to lead here (DNS rebinding) would else read everything: the browser takes it for the page's own site.
public final class HostGate {

    private HostGate() {}

    public static void addTo(RoutesConfig routes) {
        routes.before(HostGate::requireOwnName);
    }

    private static void requireOwnName(Context ctx) {
        String named = ctx.header("Host");
        if (named != null && !Loopback.is(name(named))) {
            throw new ProblemException(Problem.of(
                    403,
                    "foreign-host",
                    "Only this machine may read here",
                    "The request names another host than this machine. Behind a proxy that keeps the name, say who may"
                            + " read: index.readers-file, or index.open=true."));
        }
    }

    /// The host without its port, an IPv6 address without its brackets.
    private static String name(String host) {
        int end = host.indexOf(']');
        if (host.startsWith("[") && end > 0) {
            return host.substring(1, end);
        }
        int colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }
}
