//! Dossiers: finding them, reading them, and telling everything that is wrong with them at once.
//!
//! `find` turns the paths of a command line into sources, `Loaded` has the bytes of a source, and its
//! `check` turns them into evidence that meets the schema or into problems with file, line, column and
//! path; `read` does both.

mod deceiving;
mod encoding;
mod find;
mod guard;
pub(crate) mod limits;
mod load;
mod locate;
mod meter;
mod parse;
mod path;
mod pieces;
mod places;
mod problem;
mod semantics;
mod validate;
mod value;
pub(crate) mod words;

use serde::de::IgnoredAny;
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};

use crate::schema::Schema;
use crate::workbook::{self, Fault};
pub use find::{
    Content, Found, Glob, Globs, Item, STDIN, Search, Source, SourceFile, StdinFormat, discover,
    find, find_with,
};
use limits::Limit;
pub use limits::Limits;
pub use load::Loaded;
pub use locate::Format;
use locate::Tree;
use meter::Meter;
pub use path::{DataPath, Step};
use places::{Body, Part};
pub use places::{Location, Places};
pub use problem::Problem;
pub(crate) use problem::place_in_file;
use problem::{At, Finding};
use value::Collector;
use words::quoted;

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

/// A value in JSON that is part of something else.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn json(text: &str) -> Result<Value, String> {
    let limits = Limits::DEFAULT;
    let collector = Collector::new(Meter::new(limits, 0), false);
    let read = collector.read(&mut serde_json::Deserializer::from_str(text));
    let read = read.and_then(|value| serde_json::from_str::<IgnoredAny>(text).map(|_| value));
    let value = read.map_err(|error| match collector.exceeded() {
        Some(exceeded) => exceeded.limit.exceeded(&limits, exceeded.found),
        None => format!("is no JSON: {error}"),
    })?;
    match collector.into_findings().0.first() {
        Some(finding) => Err(finding.message.clone()),
        None => Ok(value),
    }
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
    let most = Limits::DEFAULT.problems;
    let found = validate::findings(schema, evidence, most).into_iter();
    found
        .chain(semantics::findings(&schema.rules, evidence, most))
        .map(|finding| format!("{}: {}", finding.path, finding.message))
        .collect()
}

impl Loaded {
    /// Checks what was loaded.
    ///
    /// # Errors
    /// Every problem of the dossier, ordered by file, line and column.
    pub fn check(self, schema: &Schema) -> Result<Dossier, Vec<Problem>> {
        let limits = self.source.limits;
        let mut reading = Reading::new(limits);
        for (number, (file, bytes)) in self.source.files.iter().zip(self.files).enumerate() {
            match bytes {
                // A part of a folder that nobody has filled in yet; the main file has something to say.
                Ok(bytes) if number > 0 && parse::is_only_comments(file.format, &bytes) => {}
                Ok(bytes) if file.format == Format::Workbook => {
                    reading.add_workbook(file, &bytes, schema);
                }
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
            let most = limits.problems;
            let mut found = validate::findings(schema, &evidence, most);
            found.extend(semantics::findings(&schema.rules, &evidence, most));
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

struct Reading {
    limits: Limits,
    /// How many keys and values there are.
    values: usize,
    evidence: Map<String, Value>,
    parts: Vec<Part>,
    /// The part that each key of the top level stands in.
    of_key: HashMap<String, usize>,
    findings: Vec<Finding>,
    problems: Vec<Problem>,
}

impl Reading {
    fn new(limits: Limits) -> Self {
        Self {
            limits,
            values: 0,
            evidence: Map::new(),
            parts: Vec::new(),
            of_key: HashMap::new(),
            findings: Vec::new(),
            problems: Vec::new(),
        }
    }

    fn add(&mut self, file: &SourceFile, bytes: Vec<u8>) {
        let read = parse::text(&file.shown, bytes).and_then(|text| {
            let meter = Meter::new(self.limits, self.values);
            parse::value(&file.shown, &text, file.format, meter).map(|read| (text, read))
        });
        let (text, (value, findings)) = match read {
            Ok((text, read)) => {
                self.values = read.values;
                (text, (read.value, read.findings))
            }
            Err(problem) => return self.problems.push(in_file(problem, file)),
        };
        let number = self.parts.len();
        let in_part = |finding| Finding {
            part: Some(number),
            ..finding
        };
        self.findings.extend(findings.into_iter().map(in_part));
        let mut keys = HashSet::new();
        if let Value::Object(entries) = value {
            for (key, value) in entries {
                let other = self.of_key.get(&key);
                if let Some(other) = other.and_then(|other| self.parts.get(*other)) {
                    let message = format!("the key {} stands in {} too", quoted(&key), other.file);
                    let path = DataPath::default().key(&key);
                    self.findings.push(in_part(Finding::key(path, 0, message)));
                } else {
                    self.evidence.insert(key.clone(), value);
                    self.of_key.insert(key.clone(), number);
                    keys.insert(key);
                }
            }
        }
        self.parts.push(Part::new(file, text, keys));
    }

    /// Adds a workbook, which is a dossier by itself.
    fn add_workbook(&mut self, file: &SourceFile, bytes: &[u8], schema: &Schema) {
        let read = workbook::read(&schema.layout(), bytes, &self.limits);
        for fault in read.faults {
            match fault {
                Fault::Form(place, message) => {
                    let cell = place.as_ref().and_then(|place| place.cell);
                    self.problems.push(Problem {
                        sheet: place.map(|place| place.sheet.as_ref().into()),
                        line: cell.map(|(row, _)| row),
                        column: cell.map(|(_, column)| column),
                        ..Problem::new(&file.shown, message)
                    });
                }
                Fault::Value(path, message) => self.findings.push(Finding {
                    part: Some(self.parts.len()),
                    ..Finding::value(path, message)
                }),
            }
        }
        let keys: HashSet<String> = read.evidence.keys().cloned().collect();
        let number = self.parts.len();
        let of_key = keys.iter().map(|key| (key.clone(), number));
        self.of_key.extend(of_key);
        self.evidence = read.evidence;
        self.parts.push(Part::of_cells(file, read.cells, keys));
    }

    /// The problems with their places, each once, in the order of the text.
    fn into_problems(self) -> Vec<Problem> {
        let most = self.limits.problems;
        let mut problems = self.problems;
        for finding in self.findings {
            let by_key = finding.path.top().and_then(|top| self.of_key.get(top));
            let number = finding.part.or(by_key.copied()).unwrap_or_default();
            let part = self.parts.get(number);
            problems.extend(part.map(|part| placed(finding, part)));
        }
        problems.sort();
        // What an alias repeats is wrong once.
        let mut seen = HashSet::new();
        problems.retain(|p| {
            let place = (p.file.clone(), p.sheet.clone(), p.line, p.column);
            seen.insert((place, p.message.clone()))
        });
        if problems.len() > most {
            problems.truncate(most);
            let file = problems.last().map(|last| last.file.clone());
            let message = Limit::Problems.exceeded(&self.limits, None);
            problems.push(Problem::new(&file.unwrap_or_default(), message));
        }
        problems
    }
}

fn placed(finding: Finding, part: &Part) -> Problem {
    let found = match part.body() {
        Body::Cells(cells) => {
            // In a sheet there is a cell for what is missing.
            let missing = finding.missing.as_ref().map(|key| finding.path.key(key));
            let place = cells.find(missing.as_ref().unwrap_or(&finding.path));
            let place = place.or(cells.start());
            let cell = place.and_then(|place| place.cell);
            return Problem {
                sheet: place.map(|place| place.sheet.as_ref().into()),
                line: cell.map(|(row, _)| row),
                column: cell.map(|(_, column)| column),
                path: finding.path.to_string(),
                ..Problem::new(&part.file, finding.message)
            };
        }
        Body::Text(tree) => tree.find(&finding.path, finding.at),
    };
    let hint = match found.raw {
        Some(raw) if finding.quote && found.exact && !raw.is_empty() => {
            format!("; write it in quotes: \"{}\"", words::escaped(raw))
        }
        _ => String::new(),
    };
    let (line, column) = found.position;
    Problem {
        line: Some(part.line(line)),
        column: Some(column),
        path: finding.path.to_string(),
        ..Problem::new(&part.file, finding.message + &hint)
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
