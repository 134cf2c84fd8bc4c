package org.copyflow.enrichment.fingerprint;

/// Characters as they are compared, whatever their case and shape.
final class PlainCharacters {

    private PlainCharacters() {}

    /// Lower case, one kind of apostrophe and hyphen, plain digits for full-width ones.
    static char of(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        return switch (c) {
            case '\u2019' -> '\'';
            case '\u2010', '\u2011' -> '-';
            default -> c >= '\uff10' && c <= '\uff19' ? (char) (c - '\uff10' + '0') : Character.toLowerCase(c);
        };
    }
}
