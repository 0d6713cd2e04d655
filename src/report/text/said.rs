//! What is said of a clause in words: its checks with what they list, why a rule gave none, what assessors
//! judged.

use super::comparison::Comparison;
use super::names::Names;
use super::words::{Words, fill};
use crate::outcome::{Check, Status};
use crate::report::model::{ClauseReport, FindingReport};

/// The fact with what was found and required, in a sentence.
#[must_use]
pub fn check(words: &Words, names: &Names, check: &Check) -> String {
    let fact = names.fact(&check.fact);
    let separator = separator(words, &fact);
    let comparison = Comparison::new(words, names, check).sentence(words, str::to_owned);
    format!("{fact}{separator}{comparison}")
}

/// What stands between a fact and what is said of it.
#[must_use]
pub fn separator(words: &Words, fact: &str) -> &'static str {
    if fact.contains(words.colon) {
        words.semicolon
    } else {
        words.colon
    }
}

/// Why the rule failed or gave no value.
#[must_use]
pub fn message(words: &Words, names: &Names, clause: &ClauseReport) -> Option<String> {
    let message = clause.message.as_ref()?;
    Some(if clause.rule_status == Status::Error {
        fill(words.rule_error, &[&names.text(message)])
    } else {
        words.no_value.to_owned()
    })
}

/// What a check lists, by what it is: what is lacking, falls short, is unknown, is claimed, was counted.
#[must_use]
pub fn lists(words: &Words, names: &Names, check: &Check) -> Vec<(&'static str, String)> {
    let label = names.label(&check.fact);
    let lists = [
        (words.lacking, &check.lacking, label),
        (words.failing, &check.failing, None),
        (words.unknown, &check.unknown, None),
        (words.claimed, &check.claimed, None),
        (words.counted, &check.items, None),
    ];
    lists
        .into_iter()
        .filter(|(_, values, _)| !values.is_empty())
        .map(|(name, values, label)| (name, names.list(label, values)))
        .collect()
}

/// Who judged what, when, and what it did.
#[must_use]
pub fn finding(words: &Words, finding: &FindingReport) -> String {
    let said = [
        finding.date.as_str(),
        &finding.assessor,
        words.judgement(finding.verdict),
        words.effect(finding.effect),
    ];
    let mut line = fill(words.assessed, &said);
    if let Some(rejection) = finding.reason_not_applied {
        line.push_str(words.colon);
        line.push_str(words.rejection(rejection));
    }
    line
}
