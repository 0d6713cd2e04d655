//! How long rules take. A rule reads others, and the engine keeps their values for the rest of a query:
//! asked in the order in which each finds what it reads computed, each shows its own time. Functions
//! are computed anew at every call and count where they are called.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::{Engine, EngineError};
use crate::profile::order::RulePath;

/// A builtin of the profiled engine alone, which notes when it is called.
const NOTE: &str = "ciieval.note_time";

/// A rule that no pack has, asked for several times: what asking itself takes.
const NOTHING: &str = "ciieval.no.nothing";
const ASKED: usize = 9;

impl Engine {
    /// The time of each rule on the evidence, in the order given, which is to be that of
    /// `rules_in_order`; `None` for a rule that raises. What it takes to ask for a rule is left out.
    ///
    /// # Errors
    /// The time limit.
    pub fn profile(
        &self,
        evidence: &serde_json::Value,
        rules: &[RulePath],
    ) -> Result<Vec<Option<Duration>>, EngineError> {
        let mut engine = self.clone();
        let marks: Arc<Mutex<Vec<Instant>>> = Arc::default();
        let shared = Arc::clone(&marks);
        let note = move |_: Vec<regorus::Value>| {
            let mut marks = shared.lock().unwrap_or_else(PoisonError::into_inner);
            marks.push(Instant::now());
            Ok(regorus::Value::from(true))
        };
        engine.runner.change(move |engine| {
            let _ = engine.add_extension(NOTE.to_owned(), 0, Box::new(note.clone()));
        });
        engine.set_input(evidence);
        let deadline = Instant::now() + engine.limit;
        let mut times = vec![None; rules.len()];
        let mut asked: Vec<usize> = (0..rules.len()).collect();
        loop {
            let steps = asked.iter().filter_map(|index| rules.get(*index));
            let steps = steps.map(|path| format!("{}.{}", path.package, path.rule));
            let steps = query(steps.map(|path| engine.spelling.dotted(&path)));
            let done =
                engine.query(deadline, |engine| engine.eval_query(steps, false).map(drop))?;
            let failed = done.is_err();
            let noted = std::mem::take(&mut *marks.lock().unwrap_or_else(PoisonError::into_inner));
            let mut spans = noted.windows(2).filter_map(|pair| match pair {
                [from, until] => Some(until.duration_since(*from)),
                _ => None,
            });
            let mut asking: Vec<Duration> = spans.by_ref().take(ASKED).collect();
            asking.sort_unstable();
            let asking = asking.get(ASKED / 2).copied().unwrap_or_default();
            let mut ended = 0;
            for (index, span) in asked.iter().zip(spans) {
                ended += 1;
                if let Some(time) = times.get_mut(*index) {
                    *time = Some(span.saturating_sub(asking));
                }
            }
            // The rule that raised is the first whose end was not noted: the others are asked again.
            if !failed || ended == asked.len() {
                return Ok(times);
            }
            asked.remove(ended);
        }
    }
}

/// One query for all the rules, the time noted before, between and after them. In a comprehension a
/// rule that is false or undefined does not end the query.
fn query(rules: impl Iterator<Item = String>) -> String {
    let asking = std::iter::repeat_n(NOTHING.to_owned(), ASKED);
    let steps = asking.chain(rules);
    let steps = steps.map(|path| format!("[1 | data.{path}]\n{NOTE}()\n"));
    format!("{NOTE}()\n{}", steps.collect::<String>())
}
