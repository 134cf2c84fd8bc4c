/// Several instances of the index service against one broker: either answers any question, and one is killed meanwhile.
@NullMarked
package org.copyflow.instances;

import org.jspecify.annotations.NullMarked;
