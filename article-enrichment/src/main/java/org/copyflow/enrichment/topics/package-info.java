/// What an article is about, in concepts of IPTC Media Topics: [TopicAnnotator].
@NullMarked
package org.copyflow.enrichment.topics;

import org.jspecify.annotations.NullMarked;
