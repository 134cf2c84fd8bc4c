package org.copyflow.formats.fields;

import org.jspecify.annotations.Nullable;

/// The code of a controlled vocabulary's concept, however a format spells it. IPTC Media Topics become `medtop:` and
/// eight digits; any other code stays as it is.
public final class SubjectCode {

    private static final String MEDIA_TOPIC = "medtop:";
    private static final String MEDIA_TOPIC_ADDRESS = "cv.iptc.org/newscodes/mediatopic/";
    private static final int MEDIA_TOPIC_DIGITS = 8;

    private SubjectCode() {}

    /// @param scheme the vocabulary's address or alias, where the code does not name it itself
    /// @param code a qcode (`medtop:20000763`), a concept's address, or a bare code
    public static @Nullable String id(@Nullable String scheme, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        String bare = code.strip();
        int address = bare.indexOf(MEDIA_TOPIC_ADDRESS);
        if (address >= 0) {
            bare = bare.substring(address + MEDIA_TOPIC_ADDRESS.length());
            scheme = MEDIA_TOPIC_ADDRESS;
        }
        boolean digits = bare.length() == MEDIA_TOPIC_DIGITS && bare.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && scheme != null && (scheme.contains("mediatopic") || scheme.startsWith("medtop"))) {
            return MEDIA_TOPIC + bare;
        }
        return bare.indexOf(':') > 0 || scheme == null || scheme.isBlank() ? bare : joined(scheme.strip(), bare);
    }

    private static String joined(String scheme, String code) {
        char last = scheme.charAt(scheme.length() - 1);
        return last == '/' || last == '#' || last == ':' ? scheme + code : scheme + ':' + code;
    }
}
