//! What a schema cannot say: ids are unique, references lead somewhere, periods end after they
//! begin and do not overlap, one clause has one finding.

use serde_json::{Map, Value};
use std::collections::HashMap;

use super::deceiving::{code_point, hidden};
use super::path::{DataPath, Step};
use super::problem::Finding;
use super::validate::is_date;
use super::words::{Candidate, did_you_mean, nearest, quoted};
use crate::schema::rules::{Rule, Rules};

/// How many ids a dossier's wrong ones are compared with to say what may be meant.
const COMPARED: usize = 100_000;

/// What is wrong with the evidence beyond its schema, up to one more than `most`.
pub(super) fn findings(rules: &Rules, evidence: &Value, most: usize) -> Vec<Finding> {
    let mut walk = Walk {
        rules,
        way: Vec::new(),
        ids: HashMap::new(),
        references: Vec::new(),
        findings: Vec::new(),
        most,
        left: COMPARED,
    };
    if let Some(top) = rules.top() {
        walk.visit(evidence, top);
    }
    walk.check_references(evidence);
    walk.check_findings(evidence);
    walk.check_verifications(evidence);
    walk.findings
}

#[derive(Clone, Copy)]
enum Way<'a> {
    Key(&'a str),
    Index(usize),
}

/// First day, last day and place in the list.
type Period<'a> = (&'a str, &'a str, usize);

struct Reference<'a> {
    register: &'a str,
    id: &'a str,
    way: Vec<Way<'a>>,
}

struct Walk<'a> {
    rules: &'a Rules,
    way: Vec<Way<'a>>,
    /// By register, the ids in it with their places.
    ids: HashMap<&'a str, HashMap<&'a str, DataPath>>,
    references: Vec<Reference<'a>>,
    findings: Vec<Finding>,
    most: usize,
    /// How many ids may still be compared.
    left: usize,
}

fn path(way: &[Way]) -> DataPath {
    let steps = way.iter().map(|step| match step {
        Way::Key(key) => Step::Key((*key).to_owned()),
        Way::Index(index) => Step::Index(*index),
    });
    steps.collect()
}

impl<'a> Walk<'a> {
    fn tell(&mut self, finding: Finding) {
        if self.findings.len() <= self.most {
            self.findings.push(finding);
        }
    }

    /// The id of a register that may be meant; of very many wrong ones nobody asks that.
    fn near(&mut self, register: &str, id: &str) -> Option<&'a str> {
        let ids = self.ids.get(register)?;
        self.left = self.left.checked_sub(ids.len())?;
        let mut known: Vec<&'a str> = ids.keys().copied().collect();
        known.sort_unstable();
        nearest(id, known.into_iter().map(Candidate::plain))
    }

    fn visit(&mut self, value: &'a Value, rule: &'a Rule) {
        match value {
            Value::String(text) => self.text(text, rule),
            Value::Array(entries) => {
                if let Some(fields) = &rule.disjoint {
                    self.check_periods(entries, fields);
                }
                let Some(inner) = self.rules.entry(rule) else {
                    return;
                };
                for (index, entry) in entries.iter().enumerate() {
                    self.way.push(Way::Index(index));
                    self.visit(entry, inner);
                    self.way.pop();
                }
            }
            Value::Object(keys) => {
                for (first, second) in &rule.order {
                    self.check_order(keys, first, second);
                }
                for (key, inner) in keys {
                    if let Some(rule) = self.rules.key(rule, key) {
                        self.way.push(Way::Key(key));
                        self.visit(inner, rule);
                        self.way.pop();
                    }
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &'a str, rule: &'a Rule) {
        if rule.compared
            && let Some((place, c)) = hidden(text)
        {
            let c = code_point(c);
            let message = format!(
                "{} has {c} as its character {place}, which is not seen and makes it another number: delete it",
                quoted(text)
            );
            self.tell(Finding::value(path(&self.way), message));
        }
        if let Some(register) = rule.id.as_deref() {
            let here = path(&self.way);
            let ids = self.ids.entry(register).or_default();
            match ids.get(text) {
                Some(first) => {
                    let message = format!("the id {} is taken by {first}", quoted(text));
                    self.tell(Finding::value(here, message));
                }
                None => {
                    ids.insert(text, here);
                }
            }
        }
        if let Some(register) = rule.reference.as_deref() {
            let way = self.way.clone();
            self.references.push(Reference {
                register,
                id: text,
                way,
            });
        }
    }

    fn check_order(&mut self, keys: &Map<String, Value>, first: &str, second: &str) {
        let (Some(from), Some(until)) = (date(keys, first), date(keys, second)) else {
            return;
        };
        if until < from {
            let message = format!("{} is before {} of `{first}`", quoted(until), quoted(from));
            self.tell(Finding::value(path(&self.way).key(second), message));
        }
    }

    fn check_periods(&mut self, entries: &'a [Value], fields: &[String]) {
        let mut groups: HashMap<Vec<Option<&Value>>, Vec<Period>> = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            let Some(keys) = entry.as_object() else {
                continue;
            };
            let Some(from) = date(keys, "from") else {
                continue;
            };
            let until = match keys.get("until") {
                None => "9999-12-31",
                Some(_) => match date(keys, "until") {
                    Some(until) if until >= from => until,
                    _ => continue,
                },
            };
            let alike = fields.iter().map(|field| keys.get(field)).collect();
            groups.entry(alike).or_default().push((from, until, index));
        }
        let here = path(&self.way);
        for mut periods in groups.into_values() {
            periods.sort_unstable();
            let mut longest: Option<(&str, usize)> = None;
            for (from, until, index) in periods {
                if let Some((end, before)) = longest
                    && from <= end
                {
                    let message = format!("the period overlaps with {}", here.index(before));
                    self.tell(Finding::value(here.index(index), message));
                }
                if longest.is_none_or(|(end, _)| until > end) {
                    longest = Some((until, index));
                }
            }
        }
    }

    fn check_references(&mut self, evidence: &Value) {
        for reference in std::mem::take(&mut self.references) {
            let register = reference.register;
            let ids = self.ids.get(register);
            // A register that is no list has a finding of its own.
            let is_list = evidence.get(register).is_none_or(Value::is_array);
            if !is_list || ids.is_some_and(|ids| ids.contains_key(reference.id)) {
                continue;
            }
            let near = self.near(register, reference.id);
            let id = quoted(reference.id);
            let message = if evidence.get(register).is_none() {
                format!("refers to {id} in `{register}`, which the dossier does not have")
            } else {
                format!(
                    "refers to {id}, which is not in `{register}`{}",
                    did_you_mean(near)
                )
            };
            self.tell(Finding::value(path(&reference.way), message));
        }
    }

    /// What assessors verified is there: in a part of the dossier, by id where its entries have ids.
    fn check_verifications(&mut self, evidence: &'a Value) {
        let entries = evidence.get("verifications").and_then(Value::as_array);
        for (index, entry) in entries.into_iter().flatten().enumerate() {
            let here = DataPath::default().key("verifications").index(index);
            let Some(subject) = entry.get("subject").and_then(Value::as_str) else {
                continue;
            };
            if evidence.get(subject).is_none() {
                let message = format!("verifies `{subject}`, which the dossier does not have");
                self.tell(Finding::value(here.key("subject"), message));
                continue;
            }
            let ids = entry.get("ids").and_then(Value::as_array);
            for (number, id) in ids.into_iter().flatten().enumerate() {
                let known = self.ids.get(subject);
                let Some(id) = id.as_str() else { continue };
                let message = match known {
                    None => format!(
                        "entries of `{subject}` have no ids: leave `ids` out to verify all of them"
                    ),
                    Some(known) if known.contains_key(id) => continue,
                    Some(_) => {
                        let near = self.near(subject, id);
                        let id = quoted(id);
                        format!(
                            "verifies {id}, which is not in `{subject}`{}",
                            did_you_mean(near)
                        )
                    }
                };
                self.tell(Finding::value(here.key("ids").index(number), message));
            }
        }
    }

    fn check_findings(&mut self, evidence: &'a Value) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let findings = evidence.get("findings").and_then(Value::as_array);
        for (index, finding) in findings.into_iter().flatten().enumerate() {
            let Some(clause) = finding.get("clause").and_then(Value::as_str) else {
                continue;
            };
            if let Some(first) = seen.get(clause) {
                let here = DataPath::default()
                    .key("findings")
                    .index(index)
                    .key("clause");
                let clause = quoted(clause);
                let message = format!("clause {clause} has a finding already: findings[{first}]");
                self.tell(Finding::value(here, message));
            } else {
                seen.insert(clause, index);
            }
        }
    }
}

/// The date under a key, if it is written as one.
fn date<'a>(keys: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    keys.get(key)?.as_str().filter(|text| is_date(text))
}
