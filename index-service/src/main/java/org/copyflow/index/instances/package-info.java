/// The state of all instances of the service as one: [InstanceStores] gives the store that holds a key, whichever
/// instance keeps it. What another keeps is read over HTTP; where it cannot be reached, from its standby.
@NullMarked
package org.copyflow.index.instances;

import org.jspecify.annotations.NullMarked;
