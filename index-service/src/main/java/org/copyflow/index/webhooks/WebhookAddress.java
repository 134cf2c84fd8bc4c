package org.copyflow.index.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.copyflow.index.webhooks.WebhookRefusedException.Reason;

/// Checks an address when it is given, so that who gives it learns at once what is wrong. What counts is the check when
/// a connection is made.
record WebhookAddress(Predicate<InetAddress> allowed) {

    private static final int MAX_CHARS = 2_000;

    /// @throws WebhookRefusedException where nothing may be posted there
    void require(String url) {
        HttpUrl parsed = url.length() > MAX_CHARS ? null : HttpUrl.parse(url);
        if (parsed == null || !parsed.username().isEmpty() || !parsed.password().isEmpty()) {
            throw new WebhookRefusedException(
                    Reason.BAD_URL,
                    "The url must be an http or https address of at most " + MAX_CHARS
                            + " characters, without a user name.");
        }
        for (InetAddress address : resolved(parsed.host())) {
            if (!allowed.test(address)) {
                throw new WebhookRefusedException(
                        Reason.NOT_PUBLIC,
                        "%s is not a public address; index.webhooks-private=true allows such."
                                .formatted(address.getHostAddress()));
            }
        }
    }

    private static InetAddress[] resolved(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new WebhookRefusedException(Reason.BAD_URL, "No address is known for the host " + host + ".");
        }
    }
}
