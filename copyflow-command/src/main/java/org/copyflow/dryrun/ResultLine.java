package org.copyflow.dryrun;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.copyflow.events.raw.Outcome;
import org.copyflow.formats.explanation.Explanation;
import org.copyflow.ingest.dryrun.FirstPush;

/// What is printed of one input.
///
/// @param result beside the input's name; of an input that gets nowhere it says only why
/// @param explanations how the articles were found, an item each, where that was asked for
record ResultLine(String input, @JsonUnwrapped FirstPush.Result result, List<Explanation> explanations) {

    static ResultLine of(String input, FirstPush.Result result, List<Explanation> explanations) {
        return new ResultLine(input, result, explanations);
    }

    /// An input of which nothing gets as far as an item.
    static ResultLine refused(String input, String code, String message) {
        var failure = new FirstPush.Failure(code, message);
        return new ResultLine(
                input, new FirstPush.Result(Outcome.DEAD_LETTERED, failure, List.of(), List.of()), List.of());
    }
}
