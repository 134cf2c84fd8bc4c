/// Who gets events pushed, and how far each has come: the records of `subscriptions` and `subscriptions.progress`.
@NullMarked
package org.copyflow.events.subscription;

import org.jspecify.annotations.NullMarked;
