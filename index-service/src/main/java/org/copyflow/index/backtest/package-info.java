/// What a subscription would have got: a filter and a time go in, a [BackTestReport] comes out.
///
/// Read [BackTest] first. It reads the feed as streams and webhooks do, so it says what they would have said.
@NullMarked
package org.copyflow.index.backtest;

import org.jspecify.annotations.NullMarked;
