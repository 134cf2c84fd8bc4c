package org.copyflow.dryrun;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.copyflow.events.raw.Outcome;
import org.copyflow.ingest.dryrun.FirstPush;

/// What is printed of one input.
///
/// @param result beside the input's name; of an input that gets nowhere it says only why
record ResultLine(String input, @JsonUnwrapped FirstPush.Result result) {

    static ResultLine of(String input, FirstPush.Result result) {
        return new ResultLine(input, result);
    }

    /// An input of which nothing gets as far as an item.
    static ResultLine refused(String input, String code, String message) {
        var failure = new FirstPush.Failure(code, message);
        return new ResultLine(input, new FirstPush.Result(Outcome.DEAD_LETTERED, failure, List.of(), List.of()));
    }
}
