/// What a subscriber wants: events of the feed enter, those that concern the subscriber leave, as they look to it.
///
/// Read [Filter] first. It is the same for event streams, pages of changes and whatever else sends events on.
@NullMarked
package org.copyflow.index.filter;

import org.jspecify.annotations.NullMarked;
