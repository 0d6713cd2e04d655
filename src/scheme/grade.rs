//! The least grade of evidence that a plan asks for.
//!
//! A clause that counts must rest on entries of at least that grade, else there is no evidence for it.
//! An entry is documented where it, something in it or the part of the dossier around it names an
//! attachment (where the plan asks for verified ones: only such as are there with the digest stated), and verified where an assessor says so under `verifications`. Which entries a clause rests
//! on is told by its checks: of those that count entries, enough of the counted ones must have the grade;
//! of any other check, all entries that it is about, because what it does not list could turn it. Clauses
//! that do not count stay as they are: nothing here makes a clause better.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::plan::{Attached, Grade, Plan};
use crate::attachments::Verified;
use crate::dossier::{DataPath, Step};
use crate::outcome::{Check, Outcome, Status};

/// The fact that a missing grade is told under.
const FACT: &str = "evidence.grade";

/// The grades of the entries of a dossier.
#[derive(Debug)]
pub struct Grades<'e> {
    evidence: &'e Value,
    least: Grade,
    /// By part of the dossier, the ids that were verified; the empty id stands for all of them.
    verified: HashMap<&'e str, HashSet<&'e str>>,
    /// The attachments that count; all where nobody asks for verified ones.
    files: Option<&'e Verified>,
}

impl<'e> Grades<'e> {
    /// The grades in evidence that meets the schema; none where the plan does not ask for any. Where it
    /// names experts, only they verify. `files` are the attachments found as they are stated, which alone
    /// count where the plan asks for verified ones.
    #[must_use]
    pub fn new(evidence: &'e Value, plan: &Plan, files: &'e Verified) -> Option<Self> {
        let least = plan.minimum_evidence;
        if least == Grade::Declared {
            return None;
        }
        let mut verified: HashMap<&str, HashSet<&str>> = HashMap::new();
        let entries = evidence.get("verifications").and_then(Value::as_array);
        for entry in entries.into_iter().flatten() {
            let text = |key| entry.get(key).and_then(Value::as_str);
            let (Some(subject), Some(by)) = (text("subject"), text("by")) else {
                continue;
            };
            if !plan.lets_raise(by) {
                continue;
            }
            let ids = verified.entry(subject).or_default();
            match entry.get("ids").and_then(Value::as_array) {
                Some(list) => ids.extend(list.iter().filter_map(Value::as_str)),
                None => {
                    ids.insert("");
                }
            }
        }
        Some(Self {
            evidence,
            least,
            verified,
            files: (plan.attachments == Attached::Verified).then_some(files),
        })
    }

    /// The outcome, or none for want of evidence where it counts and rests on entries without the grade.
    #[must_use]
    pub fn applied(&self, outcome: Outcome) -> Outcome {
        if !outcome.status.counts() {
            return outcome;
        }
        let mut short: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for check in outcome.checks.iter().filter(|check| !check.information) {
            let (part, lacking) = self.lacking(check);
            if !lacking.is_empty() {
                short.entry(part).or_default().extend(lacking);
            }
        }
        if short.is_empty() {
            return outcome;
        }
        let mut checks = outcome.checks;
        checks.extend(
            short
                .into_iter()
                .map(|(part, entries)| self.told(part, entries)),
        );
        Outcome {
            status: Status::NoEvidence,
            checks,
            message: outcome.message,
        }
    }

    /// What a report says of entries without the grade.
    fn told(&self, part: String, entries: BTreeSet<String>) -> Check {
        let grades = entries.iter().map(|entry| self.grade(&place(&part, entry)));
        let actual = grades.min().unwrap_or_default();
        let name = |grade| serde_json::to_value(grade).unwrap_or_default();
        Check {
            fact: FACT.to_owned(),
            path: part,
            op: ">=".to_owned(),
            actual: name(actual),
            expected: name(self.least),
            ok: false,
            missing: true,
            information: false,
            judgement: false,
            items: Vec::new(),
            failing: entries.into_iter().map(Value::from).collect(),
            unknown: Vec::new(),
            lacking: Vec::new(),
            claimed: Vec::new(),
        }
    }

    /// The part of the dossier that a check is about, and its entries that the check rests on without
    /// their having the grade.
    fn lacking(&self, check: &Check) -> (String, Vec<String>) {
        let Some(path) = DataPath::parse(&check.path) else {
            return (check.path.clone(), Vec::new());
        };
        let part = path.top().unwrap_or_default().to_owned();
        let is_list = self.evidence.get(&part).is_some_and(Value::is_array);
        if check.op == "none" && is_list {
            return (part, Vec::new());
        }
        let counted: Vec<&str> = check.items.iter().filter_map(Value::as_str).collect();
        let is_count = check.actual.as_u64() == Some(check.items.len() as u64);
        if !counted.is_empty() && counted.iter().all(|entry| self.is_there(&part, entry)) {
            let ungraded: Vec<String> = counted
                .iter()
                .filter(|entry| self.grade(&place(&part, entry)) < self.least)
                .map(|entry| (*entry).to_owned())
                .collect();
            let graded = (counted.len() - ungraded.len()) as u64;
            let enough = check.expected.as_u64().is_some_and(|least| graded >= least);
            let is_enough = check.op == ">=" && is_count && enough;
            return (part, if is_enough { Vec::new() } else { ungraded });
        }
        let mut ungraded = self.entries(&path);
        ungraded.retain(|entry| self.grade(&place(&part, entry)) < self.least);
        (part, ungraded)
    }

    /// The entries that a path is about: the one it leads into, or all of the part; by id where they have
    /// one, else by path.
    fn entries(&self, path: &DataPath) -> Vec<String> {
        let part = path.top().unwrap_or_default();
        let Some(list) = self.evidence.get(part).and_then(Value::as_array) else {
            return vec![part.to_owned()];
        };
        let named = |index: usize| {
            let id = list.get(index).and_then(|entry| entry.get("id"));
            let id = id.and_then(Value::as_str).map(str::to_owned);
            id.unwrap_or_else(|| format!("{part}[{index}]"))
        };
        match path.steps().get(1) {
            Some(Step::Index(index)) => vec![named(*index)],
            _ => (0..list.len()).map(named).collect(),
        }
    }

    fn is_there(&self, part: &str, entry: &str) -> bool {
        self.found(&place(part, entry)).is_some()
    }

    fn grade(&self, place: &Place) -> Grade {
        let verified = self.verified.get(place.part);
        if verified.is_some_and(|ids| ids.contains("") || ids.contains(place.entry)) {
            return Grade::Verified;
        }
        let around = self
            .evidence
            .get(place.part)
            .filter(|part| part.is_object());
        let own = self.found(place).into_iter().flat_map(attachments_in);
        let around = around.into_iter().flat_map(attachments_of);
        if self.are_documents(own) || self.are_documents(around) {
            Grade::Documented
        } else {
            Grade::Declared
        }
    }

    /// Whether there are attachments and all of them count.
    fn are_documents<'v>(&self, attachments: impl Iterator<Item = &'v Value>) -> bool {
        let mut attachments = attachments.peekable();
        attachments.peek().is_some()
            && attachments.all(|one| self.files.is_none_or(|files| files.has(one)))
    }

    /// The entry itself.
    fn found(&self, place: &Place) -> Option<&'e Value> {
        let part = self.evidence.get(place.part)?;
        let entries = part.as_array().into_iter().flatten();
        let has_id = |entry: &&Value| entry.get("id").and_then(Value::as_str) == Some(place.entry);
        if let Some(entry) = entries.into_iter().find(has_id) {
            return Some(entry);
        }
        // Entries without ids are told by their paths, with a name behind a space for people.
        let path = place.entry.split(' ').next().unwrap_or_default();
        let path = DataPath::parse(path)?;
        if path.top() != Some(place.part) {
            return None;
        }
        let mut value = self.evidence;
        for step in path.steps() {
            value = match step {
                Step::Key(key) => value.get(key)?,
                Step::Index(index) => value.get(index)?,
            };
        }
        Some(value)
    }
}

/// An entry of a part of the dossier.
struct Place<'a> {
    part: &'a str,
    entry: &'a str,
}

fn place<'a>(part: &'a str, entry: &'a str) -> Place<'a> {
    Place { part, entry }
}

/// The attachments that a value itself names.
fn attachments_of(value: &Value) -> impl Iterator<Item = &Value> {
    let list = value.get("attachments").and_then(Value::as_array);
    list.into_iter().flatten()
}

/// The attachments that the entry, or something in it, names.
fn attachments_in(value: &Value) -> Vec<&Value> {
    let mut found: Vec<&Value> = attachments_of(value).collect();
    match value {
        Value::Object(keys) => found.extend(keys.values().flat_map(attachments_in)),
        Value::Array(entries) => found.extend(entries.iter().flat_map(attachments_in)),
        _ => {}
    }
    found
}
