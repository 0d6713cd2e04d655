//! Cases as data: an exemplary dossier, and for each clause short changes of it with the status they
//! lead to. They are written to be checked against the standard by somebody who reads no Rego.
//!
//! A folder of cases has `exemplary.yaml`, a dossier, and further YAML files, each an object from
//! clause ids to lists of cases. See `fixtures/cases/README.md` for the format.

pub mod change;

use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

use crate::finding::{self, Effect, Finding, Judgement};
use crate::outcome::{Outcome, Status};
use crate::text::{Text, name_of};

/// Name of the dossier that cases change.
pub const EXEMPLARY: &str = "exemplary.yaml";

/// A folder of cases.
#[derive(Clone, Debug)]
pub struct Cases {
    /// The dossier that cases change.
    pub exemplary: Value,
    /// The cases, by file and in the order of the file.
    pub cases: Vec<Case>,
}

/// One case of one clause.
#[derive(Clone, Debug)]
pub struct Case {
    /// The file, below the folder of cases, with `/`.
    pub file: String,
    /// Clause id.
    pub clause: String,
    /// What is written.
    pub written: Written,
}

/// A case as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// What is the case.
    pub case: Text,
    /// How the dossier differs from the exemplary one; none if it does not.
    #[serde(default)]
    pub change: Option<Value>,
    /// The status that the rule must give.
    pub expect: Status,
    /// The facts of the deciding checks that are not met: all of them, in any order, and none where
    /// the clause counts.
    #[serde(default)]
    pub because: Vec<String>,
    /// Whether a finding of an assessor could let the clause count, in a clause that needs judgement.
    #[serde(default)]
    pub finding_settles: Option<bool>,
    /// What checks show, by their facts, as far as it matters: each key with its value.
    #[serde(default)]
    pub shows: BTreeMap<String, Map<String, Value>>,
}

/// Reads a folder of cases.
///
/// # Errors
/// Everything that cannot be read or is not written as a case, with its file.
pub fn load(folder: &Path) -> Result<Cases, Vec<String>> {
    let mut problems = Vec::new();
    let mut cases = Vec::new();
    let exemplary = read::<Value>(&folder.join(EXEMPLARY), EXEMPLARY)
        .map_err(|problem| problems.push(problem))
        .unwrap_or_default();
    for (path, name) in files(folder) {
        match read::<BTreeMap<String, Vec<Written>>>(&path, &name) {
            Err(problem) => problems.push(problem),
            Ok(clauses) => {
                cases.extend(clauses.into_iter().flat_map(|(clause, written)| {
                    let file = name.clone();
                    written.into_iter().map(move |written| Case {
                        file: file.clone(),
                        clause: clause.clone(),
                        written,
                    })
                }));
            }
        }
    }
    if problems.is_empty() {
        Ok(Cases { exemplary, cases })
    } else {
        Err(problems)
    }
}

impl Case {
    /// The dossier of the case.
    ///
    /// # Errors
    /// A change that names what the exemplary dossier does not have.
    pub fn dossier(&self, exemplary: &Value) -> Result<Value, String> {
        match &self.written.change {
            None => Ok(exemplary.clone()),
            Some(change) => change::changed(exemplary, change),
        }
    }

    /// What is different from what is expected; none if nothing is.
    #[must_use]
    pub fn difference(&self, outcome: &Outcome) -> Option<String> {
        let short: Vec<&str> = outcome
            .checks
            .iter()
            .filter(|check| !check.ok && !check.information)
            .map(|check| check.fact.as_str())
            .collect();
        let sorted = |facts: &[&str]| {
            let mut facts: Vec<String> = facts.iter().map(|fact| (*fact).to_owned()).collect();
            facts.sort();
            facts.dedup();
            facts
        };
        let expected: Vec<&str> = self.written.because.iter().map(String::as_str).collect();
        // A clause that does not apply has no checks that decide.
        let same_facts = outcome.status.counts() || sorted(&short) == sorted(&expected);
        let same = outcome.status == self.written.expect && same_facts;
        let settled = settles(outcome);
        if let Some(wanted) = self
            .written
            .finding_settles
            .filter(|wanted| same && *wanted != settled)
        {
            return Some(format!("`finding_settles` is {settled}, not {wanted}"));
        }
        if let Some(unseen) = self.unseen(outcome).filter(|_| same) {
            return Some(unseen);
        }
        (!same).then(|| {
            format!(
                "gave {} because of {short:?}, not {} because of {expected:?}{}",
                name_of(outcome.status),
                name_of(self.written.expect),
                outcome
                    .message
                    .as_ref()
                    .map(|message| format!(": {message}"))
                    .unwrap_or_default(),
            )
        })
    }

    /// What no check shows although the case says so.
    fn unseen(&self, outcome: &Outcome) -> Option<String> {
        self.written.shows.iter().find_map(|(fact, wanted)| {
            let checks = outcome.checks.iter().filter(|check| check.fact == *fact);
            let shown: Vec<Value> = checks.flat_map(serde_json::to_value).collect();
            let is_shown = |check: &Value| {
                let mut keys = wanted.iter();
                // A key that says no is left out of a check.
                keys.all(|(key, value)| check.get(key).unwrap_or(&Value::Bool(false)) == value)
            };
            (!shown.iter().any(is_shown)).then(|| {
                let [wanted, shown] = [Value::from(wanted.clone()), Value::from(shown)];
                format!("no check of `{fact}` shows {wanted}, but {shown}")
            })
        })
    }
}

/// Whether a finding raises the outcome, were the clause one that needs judgement.
fn settles(outcome: &Outcome) -> bool {
    let finding = Finding {
        clause: String::new(),
        verdict: Judgement::Satisfied,
        assessor: String::new(),
        date: String::new(),
        reason: String::new(),
        evidence: Vec::new(),
    };
    let (_, applied) = finding::apply(outcome, true, &|_| true, &[&finding]);
    applied
        .iter()
        .any(|applied| applied.effect == Effect::Raised)
}

/// The files of cases below a folder, sorted, with their names below it.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "yaml"))
        .map(|entry| {
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            (entry.path().to_owned(), parts.join("/"))
        })
        .filter(|(_, name)| name != EXEMPLARY)
        .collect()
}

fn read<T: serde::de::DeserializeOwned>(path: &Path, name: &str) -> Result<T, String> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("{name}: cannot be read: {error}"))?;
    // Only the general value refuses a key that stands twice.
    serde_yaml::from_str::<serde_yaml::Value>(&text)
        .and_then(|_| serde_yaml::from_str(&text))
        .map_err(|error| format!("{name}: {error}"))
}
