/// Reads damaged and hostile web pages by the thousand: [PageFuzz] is the command, [MutatedPages] makes the pages, each
/// from its own seed, [Mutation] says what can happen to one. In go whole pages, out comes a verdict.
@NullMarked
package org.copyflow.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
