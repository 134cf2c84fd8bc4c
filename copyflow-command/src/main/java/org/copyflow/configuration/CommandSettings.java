package org.copyflow.configuration;

import java.nio.file.Path;
import org.copyflow.kit.settings.Setting;

/// What can be set of the command itself.
public record CommandSettings(
        @Setting(
                key = "data-dir",
                byDefault = "data",
                is = "Folder of everything that is kept on disk; the services' own folders are below it by default.")
        Path dataDir) {}
