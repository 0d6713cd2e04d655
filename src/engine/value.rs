//! What the engine gives for rules, read as the host needs it.

use serde_json::{Map, Value};

use super::limits::{RESULT_LEVELS, RESULT_TEXT, RESULT_VALUES};
use crate::outcome::{Outcome, Status};
use crate::pack::Clause;

/// What is wrong with a value that is no result.
pub(super) type TooLarge = String;

/// A value of the engine as JSON. It has at most so many parts, though it may share them.
pub(super) fn json(value: &regorus::Value) -> Result<Value, TooLarge> {
    Reader::default().value(value, 0)
}

#[derive(Default)]
struct Reader {
    values: usize,
    text: usize,
}

impl Reader {
    fn value(&mut self, value: &regorus::Value, level: usize) -> Result<Value, TooLarge> {
        self.values += 1;
        if self.values > RESULT_VALUES {
            return Err(format!("gave more than {RESULT_VALUES} values"));
        }
        if level > RESULT_LEVELS {
            return Err(format!(
                "gave lists and objects in more than {RESULT_LEVELS} levels"
            ));
        }
        Ok(match value {
            regorus::Value::Null => Value::Null,
            regorus::Value::Bool(truth) => Value::Bool(*truth),
            regorus::Value::Number(_) => serde_json::to_value(value).unwrap_or(Value::Null),
            regorus::Value::String(text) => Value::String(self.text(text)?),
            regorus::Value::Array(members) => self.list(members.iter(), level)?,
            regorus::Value::Set(members) => self.list(members.iter_sorted(), level)?,
            regorus::Value::Object(entries) => {
                let mut object = Map::new();
                for (key, value) in entries.iter_sorted() {
                    let key = match self.value(key, level + 1)? {
                        Value::String(key) => key,
                        other => other.to_string(),
                    };
                    object.insert(key, self.value(value, level + 1)?);
                }
                Value::Object(object)
            }
            regorus::Value::Undefined => Value::from("<undefined>"),
        })
    }

    fn list<'v>(
        &mut self,
        members: impl Iterator<Item = &'v regorus::Value>,
        level: usize,
    ) -> Result<Value, TooLarge> {
        let members = members.map(|member| self.value(member, level + 1));
        Ok(Value::Array(members.collect::<Result<_, _>>()?))
    }

    fn text(&mut self, text: &str) -> Result<String, TooLarge> {
        self.text = self.text.saturating_add(text.len());
        if self.text > RESULT_TEXT {
            return Err(format!("gave more than {} MiB of text", RESULT_TEXT >> 20));
        }
        Ok(text.to_owned())
    }
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
