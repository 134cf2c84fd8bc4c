package org.copyflow.kit.access;

import java.util.List;
import org.copyflow.kit.server.Loopback;
import org.copyflow.kit.settings.SettingsException;

/// What has to be said before a service listens where other machines reach it: who may use it.
///
/// @param service the beginning of its settings' keys, as `ingest`
/// @param fileSetting the key of the setting that names the file of those who may
/// @param what they may do, as `push as any source`
public record Door(String service, String fileSetting, String what) {

    /// @param host where it listens
    /// @param file those who may; empty where there is none
    /// @param open whether whoever reaches the port may
    /// @throws SettingsException where nobody said who may, or both
    public void requireKeeper(String host, String file, boolean open) {
        if (!file.isEmpty() && open) {
            throw new SettingsException(List.of(service + ".open is true and " + fileSetting + " is " + file
                    + ": either whoever reaches the port may " + what + ", or those of the file"));
        }
        if (file.isEmpty() && !open && !Loopback.is(host)) {
            throw new SettingsException(List.of(service + ".host is '" + host
                    + "', which other machines may reach, and nobody said who may " + what + ": name them with "
                    + fileSetting + " (docs/access.md), or say " + service
                    + ".open=true where something else guards the port"));
        }
    }
}
