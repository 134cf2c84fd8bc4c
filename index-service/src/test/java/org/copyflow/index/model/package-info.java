/// What the views must say of a set of articles, worked out the plain way, in no line of the code under test.
@NullMarked
package org.copyflow.index.model;

import org.jspecify.annotations.NullMarked;
