//! A check in words: the fact, what was found and what was required.

use serde_json::Value;

use super::names::Names;
use super::words::{Words, fill};
use crate::outcome::Check;

/// What a check found and required.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What was found.
    pub found: String,
    /// What was required; `None` where nothing is, as of a declared absence.
    pub required: Option<String>,
    /// Whether `found` says all there is to say: a sentence leaves out what was required.
    settled: bool,
    /// Whether `found` speaks for itself, without "found" before it.
    bare: bool,
}

impl Comparison {
    /// The check in the language of `words`.
    #[must_use]
    pub fn new(words: &Words, names: &Names, check: &Check) -> Self {
        let label = names.label(&check.fact);
        let value = |value: &Value| names.value(label, value);
        let actual = || covered(words, check).unwrap_or_else(|| value(&check.actual));
        let plain = |found: String, required: String| Self {
            found,
            required: Some(required),
            settled: false,
            bare: false,
        };
        let settled = |found: String, required: String, bare: bool| Self {
            settled: true,
            bare,
            ..plain(found, required)
        };
        let all = || fill(words.all_of_number, &[&value(&check.expected)]);
        match check.op.as_str() {
            "absent" => Self {
                required: None,
                ..settled(fill(words.declared, &[&actual()]), String::new(), true)
            },
            "present" if check.ok => settled(actual(), words.recorded.to_owned(), false),
            "present" => plain(actual(), words.recorded.to_owned()),
            "none" if check.ok => settled(words.none.to_owned(), words.none.to_owned(), true),
            "none" => plain(actual(), words.none.to_owned()),
            "all" if check.ok => settled(all(), words.all.to_owned(), true),
            "all" if check.actual.is_null() => plain(actual(), words.all.to_owned()),
            "all" => plain(actual(), all()),
            "in" => plain(actual(), fill(words.one_of, &[&value(&check.expected)])),
            "covers" => plain(actual(), fill(words.covers, &[&value(&check.expected)])),
            ">=" => plain(actual(), format!("≥ {}", value(&check.expected))),
            "<=" => plain(actual(), format!("≤ {}", value(&check.expected))),
            "==" => plain(actual(), value(&check.expected)),
            other => plain(actual(), format!("{other} {}", value(&check.expected))),
        }
    }

    /// What was found and what was required, in a sentence; `shown` makes of each what the format needs.
    #[must_use]
    pub fn sentence(&self, words: &Words, shown: impl Fn(&str) -> String) -> String {
        let found = shown(&self.found);
        let found = if self.bare {
            found
        } else {
            fill(words.found, &[&found])
        };
        match &self.required {
            Some(required) if !self.settled => {
                let required = fill(words.required, &[&shown(required)]);
                format!("{found}{}{required}", words.comma)
            }
            _ => found,
        }
    }
}

/// How much of what was to be covered is there; what is lacking is listed by itself.
fn covered(words: &Words, check: &Check) -> Option<String> {
    let all = check.expected.as_array()?;
    if check.lacking.is_empty() {
        return None;
    }
    let there = all.len().saturating_sub(check.lacking.len());
    Some(fill(
        words.part_of,
        &[&there.to_string(), &all.len().to_string()],
    ))
}
