package org.copyflow.kit.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The key in an `Authorization` header.
///
/// @param key as it was sent, unchecked
/// @param byBrowser whether it came as a password (Basic), as browsers send it: with every request to the address, also
///     with one that another site's page makes them send
public record PresentedKey(String key, boolean byBrowser) {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    /// `Bearer KEY`, or `Basic` with the key as the password of whomever; absent where the header holds neither.
    public static @Nullable PresentedKey of(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        if (isOf(BEARER, authorization)) {
            return new PresentedKey(authorization.substring(BEARER.length()).strip(), false);
        }
        return isOf(BASIC, authorization)
                ? ofPassword(authorization.substring(BASIC.length()).strip())
                : null;
    }

    private static boolean isOf(String scheme, String authorization) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static @Nullable PresentedKey ofPassword(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? null : new PresentedKey(pair.substring(colon + 1).strip(), true);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
