/// A model that plays a recording back: rehearsals, tests, the demonstration.
///
/// A recording is `MODEL.jsonl` in the provider's folder; each line is an answer. Lines written by
/// hand need only `reply`:
///
/// ```
/// {"reply":{"text":"I look.","toolCalls":[{"name":"bash","arguments":{"command":"ls"}}]},
///  "usage":{"input":900,"output":20},"delayMs":50,"expects":"def days(",
///  "again":true,"faults":[{"status":429,"retryAfter":1},{"cut":true},{"hang":true}]}
/// ```
///
/// (on one line). A recorded `gateway.jsonl` is such a file as it is. Blank lines and lines that
/// begin with `#` are left out. The line that answers is the number of answers in the request's
/// history ([drydock.door.dialect.History#turns]), so nothing is remembered: a resumed attempt goes
/// on where it was, and a repeated request gets the same answer. A line with `again` is played
/// again when one of its tools was interrupted, as a model would have it. One that `expects` a text
/// is refused where no tool has said it: played on another repository, a recording would tell of
/// work that was not done. Only faults are remembered: each is played once per door, before the
/// line's reply.
@NullMarked
package drydock.door.provider.scripted;

import org.jspecify.annotations.NullMarked;
