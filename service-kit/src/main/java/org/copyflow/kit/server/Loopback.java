package org.copyflow.kit.server;

import java.net.InetAddress;

/// The addresses that only the own machine reaches.
public final class Loopback {

    private Loopback() {}

    /// @param host as a setting has it; a name other than `localhost` is taken for an address that others reach
    public static boolean is(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
