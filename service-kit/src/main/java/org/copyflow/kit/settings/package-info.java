/// Settings: one record a service, read from names and values, every problem reported at once.
///
/// [Setting] stands on each component of a settings record; [SettingsReader] makes the record.
@NullMarked
package org.copyflow.kit.settings;

import org.jspecify.annotations.NullMarked;
