package org.copyflow.kit;

/// One thing that must hold for a service to be ready.
///
/// @param name stable, as `kafka` or `streams`
/// @param detail what was found; where it failed, what to do
public record Check(String name, boolean passed, String detail) {

    public static Check passed(String name, String detail) {
        return new Check(name, true, detail);
    }

    public static Check failed(String name, String detail) {
        return new Check(name, false, detail);
    }
}
