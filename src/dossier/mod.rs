//! Dossiers: finding them, reading them, and telling everything that is wrong with them at once.
//!
//! `find` turns the paths of a command line into sources, `read` turns a source into evidence that
//! meets the schema or into problems with file, line, column and path.

mod find;
mod locate;
mod parse;
mod path;
mod problem;
mod semantics;
mod validate;
mod value;
mod words;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::sync::OnceLock;

use crate::pack::source::hex;
use crate::schema::Schema;
pub use find::{Found, Source, SourceFile, find};
pub use locate::Format;
use locate::Tree;
pub use path::{DataPath, Step};
pub use problem::Problem;
use problem::{At, Finding};
use words::quoted;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;

/// The evidence of one provider for one assessment, checked against the schema.
#[derive(Debug)]
pub struct Dossier {
    /// The path as the user gave it, with `/` between folders.
    pub path: String,
    /// SHA-256 of the file; of a folder, over the names and contents of its files.
    pub sha256: String,
    /// The evidence; of a folder, merged from its files.
    pub evidence: Value,
    parts: Vec<Part>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// One file of a dossier.
#[derive(Debug)]
struct Part {
    file: String,
    format: Format,
    text: String,
    keys: Vec<String>,
    tree: OnceLock<Tree>,
}

impl Part {
    fn tree(&self) -> &Tree {
        self.tree
            .get_or_init(|| Tree::read(&self.text, self.format))
    }
}

impl Dossier {
    /// Where a value stands that is written like `documents[3].approved_on`: its own place, or that
    /// of the nearest thing around it; none if its top-level key is not in the dossier.
    #[must_use]
    pub fn locate(&self, path: &str) -> Option<Location> {
        let path = DataPath::parse(path)?;
        let top = path.top()?;
        let part = self
            .parts
            .iter()
            .find(|part| part.keys.iter().any(|key| key == top))?;
        let (line, column) = part.tree().find(&path, At::Value).position;
        Some(Location {
            file: part.file.clone(),
            line,
            column,
        })
    }
}

/// Reads and checks a dossier.
///
/// # Errors
/// Every problem of the dossier, ordered by file, line and column.
pub fn read(source: &Source, schema: &Schema) -> Result<Dossier, Vec<Problem>> {
    open(source).check(schema)
}

/// Reads a dossier without checking it against the schema: the first half of `read`.
#[must_use]
pub fn open(source: &Source) -> Opened {
    let mut reading = Reading::default();
    let mut hasher = Sha256::new();
    for file in &source.files {
        match bytes(file) {
            Ok(bytes) => {
                if source.is_folder {
                    hasher.update(file.name.as_bytes());
                    hasher.update([0]);
                    hasher.update((bytes.len() as u64).to_le_bytes());
                }
                hasher.update(&bytes);
                reading.add(file, bytes);
            }
            Err(problem) => reading.problems.push(problem),
        }
    }
    Opened {
        path: source.path.clone(),
        sha256: hex(&hasher.finalize()),
        reading,
    }
}

/// A dossier that is read and not yet checked.
#[derive(Debug)]
pub struct Opened {
    path: String,
    sha256: String,
    reading: Reading,
}

impl Opened {
    /// The dossier, checked: the second half of `read`.
    ///
    /// # Errors
    /// Every problem of the dossier, ordered by file, line and column.
    pub fn check(self, schema: &Schema) -> Result<Dossier, Vec<Problem>> {
        let mut reading = self.reading;
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
                path: self.path,
                sha256: self.sha256,
                evidence,
                parts: reading.parts,
            })
        } else {
            Err(reading.into_problems())
        }
    }
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

fn bytes(file: &SourceFile) -> Result<Vec<u8>, Problem> {
    let unreadable =
        |error: std::io::Error| Problem::new(&file.shown, format!("cannot be read: {error}"));
    let size = std::fs::metadata(&file.path).map_err(unreadable)?.len();
    if size > LARGEST {
        let message = format!("is larger than {} MiB", LARGEST >> 20);
        return Err(Problem::new(&file.shown, message));
    }
    std::fs::read(&file.path).map_err(unreadable)
}

#[derive(Debug, Default)]
struct Reading {
    evidence: Map<String, Value>,
    parts: Vec<Part>,
    findings: Vec<Finding>,
    problems: Vec<Problem>,
}

impl Reading {
    fn add(&mut self, file: &SourceFile, bytes: Vec<u8>) {
        let read = parse::text(&file.shown, bytes).and_then(|text| {
            parse::value(&file.shown, &text, file.format).map(|read| (text, read))
        });
        let (text, (value, findings)) = match read {
            Ok(read) => read,
            Err(problem) => return self.problems.push(problem),
        };
        let number = self.parts.len();
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
        self.parts.push(Part {
            file: file.shown.clone(),
            format: file.format,
            text,
            keys,
            tree: OnceLock::new(),
        });
    }

    /// The problems with their places, each once, in the order of the text.
    fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems;
        for finding in self.findings {
            let by_key = finding.path.top().and_then(|top| {
                self.parts
                    .iter()
                    .find(|part| part.keys.iter().any(|key| key == top))
            });
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
        line: Some(line),
        column: Some(column),
        path: finding.path.to_string(),
        message: finding.message + &hint,
    }
}
