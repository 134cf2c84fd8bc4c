package org.copyflow.kit.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/// Sockets that connect to allowed addresses only. The check stands where the connection is made: after the name was
/// resolved, for every redirect, for addresses written as numbers, and with nothing in between that could resolve the
/// name again. Thread-safe.
public final class PublicAddresses extends SocketFactory {

    /// IPv4 that is not public (IANA's special-purpose registry): this network, private, shared by carriers, loopback,
    /// link-local, protocol assignments, documentation, 6to4 relays, benchmarks, multicast, reserved.
    private static final List<Block> NOT_PUBLIC = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3));

    /// IPv6 that is public: global unicast, but for protocol assignments (Teredo among them), documentation and 6to4.
    private static final Block GLOBAL = Block.of("2000::", 3);

    private static final List<Block> NOT_GLOBAL =
            List.of(Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("2002::", 16), Block.of("3fff::", 20));

    /// An IPv4 address behind a translator (RFC 6052): what counts is that address.
    private static final Block TRANSLATED = Block.of("64:ff9b::", 96);

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private final Predicate<InetAddress> allowed;

    /// @param allowed [#isPublic] but where an operator or a test says otherwise
    public PublicAddresses(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /// An address that may not be connected to.
    public static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(InetAddress address) {
            super(address.getHostAddress() + " is not a public address");
        }
    }

    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES) {
            return NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
        }
        if (TRANSLATED.holds(bytes)) {
            byte[] behind = Arrays.copyOfRange(bytes, IPV6_BYTES - IPV4_BYTES, IPV6_BYTES);
            return NOT_PUBLIC.stream().noneMatch(block -> block.holds(behind));
        }
        return GLOBAL.holds(bytes) && NOT_GLOBAL.stream().noneMatch(block -> block.holds(bytes));
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeoutMs) throws IOException {
                check(endpoint);
                super.connect(endpoint, timeoutMs);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port), 0);
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private void check(SocketAddress endpoint) throws IOException {
        if (!(endpoint instanceof InetSocketAddress internet) || internet.isUnresolved()) {
            throw new IOException("not an internet address: " + endpoint);
        }
        if (!allowed.test(internet.getAddress())) {
            throw new RefusedException(internet.getAddress());
        }
    }

    /// The addresses that begin with the same bits.
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Block(byte[] first, int bits) {

        static Block of(String first, int bits) {
            return new Block(InetAddress.ofLiteral(first).getAddress(), bits);
        }

        boolean holds(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            for (int i = 0; i < whole; i++) {
                if (address[i] != first[i]) {
                    return false;
                }
            }
            int rest = bits % Byte.SIZE;
            return rest == 0 || ((address[whole] ^ first[whole]) & (0xff << (Byte.SIZE - rest)) & 0xff) == 0;
        }
    }
}
