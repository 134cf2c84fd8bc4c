package org.copyflow.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Finds TCP ports on the loopback that nobody listens on.
public final class FreePort {

    private FreePort() {}

    /// The first of these that is free; any free port where none is. Somebody else may take it before it is used.
    public static int preferably(int... ports) {
        for (int port : ports) {
            if (isFree(port)) {
                return port;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no TCP port is free on the loopback", e);
        }
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // a port that was in use a moment ago may be listened on again at once, as servers do
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
