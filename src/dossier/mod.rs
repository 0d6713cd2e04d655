//! Dossiers: finding them, reading them, and telling everything that is wrong with them at once.
//!
//! `find` turns the paths of a command line into sources, `Loaded` has the bytes of a source, and its
//! `check` turns them into evidence that meets the schema or into problems with file, line, column and
//! path; `read` does both.

mod find;
mod load;
mod locate;
mod parse;
mod path;
mod places;
mod problem;
mod semantics;
mod validate;
mod value;
mod words;

use serde_json::{Map, Value};
use std::collections::HashSet;

use crate::schema::Schema;
pub use find::{
    Content, Found, Glob, Globs, Item, STDIN, Search, Source, SourceFile, StdinFormat, discover,
    find,
};
pub use load::Loaded;
pub use locate::Format;
use locate::Tree;
pub use path::{DataPath, Step};
use places::Part;
pub use places::{Location, Places};
pub use problem::Problem;
use problem::{At, Finding};
use words::quoted;

/// The largest file, or line of a file, that is read, in bytes.
const LARGEST: u64 = 64 << 20;

fn too_large() -> String {
    format!("is larger than {} MiB", LARGEST >> 20)
}

/// The evidence of one provider for one assessment, checked against the schema.
#[derive(Debug)]
pub struct Dossier {
    /// The path as the user gave it, with `/` between folders.
    pub path: String,
    /// SHA-256 of the file; of a folder, over the names and contents of its files.
    pub sha256: String,
    /// The evidence; of a folder, merged from its files.
    pub evidence: Value,
    /// Where everything in it stands.
    pub places: Places,
}

/// The line in a YAML text where the value with that path stands, from 1.
pub(crate) fn line_in_yaml(text: &str, path: &DataPath) -> usize {
    let tree = Tree::read(text, Format::Yaml);
    tree.find(path, At::Value).position.0
}

/// Reads and checks a dossier.
///
/// # Errors
/// Every problem of the dossier, ordered by file, line and column.
pub fn read(source: &Source, schema: &Schema) -> Result<Dossier, Vec<Problem>> {
    Loaded::new(source.clone()).check(schema)
}

/// What is wrong with evidence that stands in no file, as `path: what is wrong`.
#[must_use]
pub fn complaints(evidence: &Value, schema: &Schema) -> Vec<String> {
    let found = validate::findings(schema, evidence).into_iter();
    found
        .chain(semantics::findings(&schema.rules, evidence))
        .map(|finding| format!("{}: {}", finding.path, finding.message))
        .collect()
}

impl Loaded {
    /// Checks what was loaded.
    ///
    /// # Errors
    /// Every problem of the dossier, ordered by file, line and column.
    pub fn check(self, schema: &Schema) -> Result<Dossier, Vec<Problem>> {
        let mut reading = Reading::default();
        for (file, bytes) in self.source.files.iter().zip(self.files) {
            match bytes {
                Ok(bytes) => reading.add(file, bytes),
                Err(problem) => reading.problems.push(in_file(problem, file)),
            }
        }
        let evidence = Value::Object(std::mem::take(&mut reading.evidence));
        // Where a file could not be read, what it holds would be missed.
        if reading.problems.is_empty() {
            let doubtful: HashSet<(DataPath, At)> = reading
                .findings
                .iter()
                .map(|finding| (finding.path.clone(), finding.at))
                .collect();
            let mut found = validate::findings(schema, &evidence);
            found.extend(semantics::findings(&schema.rules, &evidence));
            found.retain(|finding| !doubtful.contains(&(finding.path.clone(), finding.at)));
            reading.findings.append(&mut found);
        }
        if reading.problems.is_empty() && reading.findings.is_empty() {
            Ok(Dossier {
                path: self.source.path,
                sha256: self.sha256,
                evidence,
                places: Places::of(reading.parts),
            })
        } else {
            Err(reading.into_problems())
        }
    }
}

#[derive(Default)]
struct Reading {
    evidence: Map<String, Value>,
    parts: Vec<Part>,
    findings: Vec<Finding>,
    problems: Vec<Problem>,
}

impl Reading {
    fn add(&mut self, file: &SourceFile, bytes: Vec<u8>) {
        let number = self.parts.len();
        let read = parse::text(&file.shown, bytes).and_then(|text| {
            // A part of a folder in which nothing is filled in yet says nothing.
            if number > 0 && parse::is_commented_out(&text, file.format) {
                return Ok((text, (Value::Null, Vec::new())));
            }
            parse::value(&file.shown, &text, file.format).map(|read| (text, read))
        });
        let (text, (value, findings)) = match read {
            Ok(read) => read,
            Err(problem) => return self.problems.push(in_file(problem, file)),
        };
        let in_part = |finding| Finding {
            part: Some(number),
            ..finding
        };
        self.findings.extend(findings.into_iter().map(in_part));
        let mut keys = Vec::new();
        if let Value::Object(entries) = value {
            for (key, value) in entries {
                let other = self.parts.iter().find(|part| part.keys.contains(&key));
                if let Some(other) = other {
                    let message = format!("the key {} stands in {} too", quoted(&key), other.file);
                    let path = DataPath::default().key(&key);
                    self.findings.push(in_part(Finding::key(path, 0, message)));
                } else {
                    self.evidence.insert(key.clone(), value);
                    keys.push(key);
                }
            }
        }
        self.parts.push(Part::new(file, text, keys));
    }

    /// The problems with their places, each once, in the order of the text.
    fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems;
        for finding in self.findings {
            let by_key = finding
                .path
                .top()
                .and_then(|top| self.parts.iter().find(|part| part.has(top)));
            let part = match finding.part {
                Some(number) => self.parts.get(number),
                None => by_key.or(self.parts.first()),
            };
            problems.extend(part.map(|part| placed(finding, part)));
        }
        problems.sort();
        // What an alias repeats is wrong once.
        let mut seen = HashSet::new();
        problems.retain(|p| seen.insert((p.file.clone(), p.line, p.column, p.message.clone())));
        problems
    }
}

fn placed(finding: Finding, part: &Part) -> Problem {
    let found = part.tree().find(&finding.path, finding.at);
    let hint = match found.raw {
        Some(raw) if finding.quote && found.exact && !raw.is_empty() => {
            format!("; write it in quotes: \"{}\"", words::escaped(raw))
        }
        _ => String::new(),
    };
    let (line, column) = found.position;
    Problem {
        file: part.file.clone(),
        line: Some(part.line(line)),
        column: Some(column),
        path: finding.path.to_string(),
        message: finding.message + &hint,
    }
}

/// A problem of a text at its place in the file, where the text is one line of it.
fn in_file(problem: Problem, file: &SourceFile) -> Problem {
    let Some(first) = file.line else {
        return problem;
    };
    Problem {
        line: Some(problem.line.unwrap_or(1) + first - 1),
        ..problem
    }
}
