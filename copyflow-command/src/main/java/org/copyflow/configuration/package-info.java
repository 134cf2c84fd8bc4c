/// Settings from the environment, a file and the command line, as the services' own records. Read [SettingsOptions],
/// which gives [Configuration].
@NullMarked
package org.copyflow.configuration;

import org.jspecify.annotations.NullMarked;
