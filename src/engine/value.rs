//! What the engine gives for rules, read as the host needs it.

use serde_json::Value;

use crate::outcome::{Outcome, Status};
use crate::pack::Clause;

/// A value of the engine as JSON.
pub(super) fn json(value: &regorus::Value) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

/// A rule's value as an outcome; a value of another shape, or one that its own checks contradict, is an
/// error of the rule.
pub(super) fn outcome(clause: &Clause, value: Value) -> Outcome {
    match serde_json::from_value::<Outcome>(value) {
        Ok(outcome) if outcome.status.counts() && !outcome.is_borne_out() => {
            Outcome::error("the rule lets the clause count though a check is not met".to_owned())
        }
        Ok(outcome) if outcome.status != Status::Error => outcome,
        Ok(_) => {
            Outcome::error("the rule gave the status `error`, which only the host sets".to_owned())
        }
        Err(error) => Outcome::error(format!(
            "rule `{}.{}` gave no outcome: {error}",
            clause.package, clause.rule
        )),
    }
}

/// The value of a rule within that of its package.
pub(super) fn member<'a>(package: &'a regorus::Value, rule: &str) -> Option<&'a regorus::Value> {
    package.as_object().ok()?.get(&regorus::Value::from(rule))
}
