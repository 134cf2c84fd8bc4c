/// The pages of topics: the list of them, and one with what its view says. Read [TopicPages] first.
@NullMarked
package org.copyflow.index.page.topic;

import org.jspecify.annotations.NullMarked;
