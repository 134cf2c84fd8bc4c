package org.copyflow.index.topic;

/// Shortens a text for a list.
public final class Cut {

    private Cut() {}

    /// The text in at most `maxChars` UTF-16 code units, ended by `…` where it was longer; never half a code point.
    public static String to(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        int end = maxChars - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + '…';
    }
}
