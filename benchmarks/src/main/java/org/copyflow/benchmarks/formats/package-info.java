/// What is read of documents that others have published, and what of them ends up nowhere.
///
/// In goes a folder of ninjs, NewsML-G2, NITF, feeds and JSON-LD, as the standards' own examples and the test suites of
/// feed readers are; out comes a table. Read [FormatsReport].
@NullMarked
package org.copyflow.benchmarks.formats;

import org.jspecify.annotations.NullMarked;
