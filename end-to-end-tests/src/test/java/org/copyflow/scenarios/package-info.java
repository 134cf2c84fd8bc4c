/// What people do with Copyflow, and what goes wrong, each against a Copyflow that really runs.
@NullMarked
package org.copyflow.scenarios;

import org.jspecify.annotations.NullMarked;
