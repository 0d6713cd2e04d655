//! A report as it was read: JSON, or NDJSON with a result on each line.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::dossier::Limits;
use crate::report::model::{OptionsReport, SCHEMA};
use crate::report::ndjson;

/// A report, with no more understood of it than is needed to work it out again.
#[derive(Debug)]
pub struct Reported {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it is NDJSON.
    pub is_lines: bool,
    /// All that stands at its head; of NDJSON what is the same on each line.
    pub head: Value,
    /// What was asked for.
    pub options: OptionsReport,
    /// Digest of the scheme.
    pub scheme: Option<String>,
    /// Its dossiers.
    pub dossiers: Vec<Entry>,
    /// What could not be evaluated.
    pub errors: Vec<Entry>,
    /// What was noticed over all dossiers.
    pub across: Vec<Value>,
    /// Of NDJSON the order of lines: dossiers and errors by their numbers.
    pub order: Vec<Line>,
}

/// A dossier or an error in a report.
#[derive(Debug)]
pub struct Entry {
    /// Where it stands: a JSON pointer, in NDJSON behind the line.
    pub at: String,
    /// Its `path`.
    pub path: String,
    /// The `path` of its line in NDJSON, else the same.
    pub about: String,
    /// Its `sha256`; empty for errors.
    pub sha256: String,
    /// All of it.
    pub value: Value,
}

/// What stands on a line.
#[derive(Clone, Copy, Debug)]
pub enum Line {
    /// A dossier, by its number.
    Dossier(usize),
    /// An error, by its number.
    Error(usize),
}

/// Why a file is no report that can be worked out again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Something else.
    #[error(
        "is no JSON or NDJSON report of ciieval: only these can be worked out again (`ciieval check -o json=FILE` writes one); of other formats `--public-key` checks the signature"
    )]
    NoReport,
    /// Cut off or changed so that it cannot be read.
    #[error("is damaged: {0}; take another copy of it")]
    Damaged(String),
    /// Of an interrupted run.
    #[error(
        "is partial: its run was interrupted, and what it would have said is not known; evaluate the dossiers again"
    )]
    Partial,
    /// Of another version of the contract.
    #[error(
        "is a report of version `{0}`, and this program knows `{1}`: use the ciieval that wrote it"
    )]
    Version(String, &'static str),
    /// Lines of several runs.
    #[error(
        "has lines of several runs: line {0} names another program, other packs or other options than those before; verify the lines of each run by themselves"
    )]
    Mixed(usize),
    /// Options that mean nothing.
    #[error("names options that mean nothing: {0}")]
    Options(String),
}

impl Reported {
    /// Reads a report.
    ///
    /// # Errors
    /// Why it is none that can be worked out again.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        let text = std::str::from_utf8(&bytes).map_err(|_| Unreadable::NoReport)?;
        // What JSON reports begin with, whole or not.
        let looks_whole = text.starts_with("{\n");
        match serde_json::from_str::<Map<String, Value>>(text) {
            Ok(report) if said(&report, "schema").starts_with("ciieval/report/") => {
                Self::whole(report, bytes)
            }
            Ok(line) if said(&line, "schema").starts_with("ciieval/result/") => Self::lines(bytes),
            Err(error) if looks_whole && text.contains("\"ciieval/report/") => {
                Err(Unreadable::Damaged(error.to_string()))
            }
            Err(_) if text.starts_with("{\"schema\":\"ciieval/result/") => Self::lines(bytes),
            Ok(_) | Err(_) => Err(Unreadable::NoReport),
        }
    }

    fn whole(mut report: Map<String, Value>, bytes: Vec<u8>) -> Result<Self, Unreadable> {
        version(&report, SCHEMA)?;
        if report.contains_key("partial") {
            return Err(Unreadable::Partial);
        }
        let mut list = |name: &str| match report.remove(name) {
            Some(Value::Array(entries)) => Ok(entries),
            _ => Err(Unreadable::Damaged(format!("it has no list `{name}`"))),
        };
        let (dossiers, errors) = (list("dossiers")?, list("errors")?);
        let across = match report.remove("across") {
            None => Vec::new(),
            Some(Value::Array(remarks)) => remarks,
            Some(_) => return Err(Unreadable::Damaged("`across` is no list".to_owned())),
        };
        let entries = |name: &str, entries: Vec<Value>| {
            let entries = entries.into_iter().enumerate();
            entries
                .map(|(number, value)| Entry::new(format!("/{name}/{number}"), value))
                .collect::<Result<Vec<Entry>, Unreadable>>()
        };
        let scheme = report.get("scheme").and_then(|scheme| scheme.get("sha256"));
        let scheme = scheme.and_then(Value::as_str).map(str::to_owned);
        Ok(Self {
            options: options(&report)?,
            scheme,
            head: Value::Object(report),
            dossiers: entries("dossiers", dossiers)?,
            errors: entries("errors", errors)?,
            across,
            order: Vec::new(),
            is_lines: false,
            bytes,
        })
    }

    fn lines(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        let mut read = Self {
            bytes: Vec::new(),
            is_lines: true,
            head: Value::Null,
            options: OptionsReport::default(),
            scheme: None,
            dossiers: Vec::new(),
            errors: Vec::new(),
            across: Vec::new(),
            order: Vec::new(),
        };
        for (number, line) in (1..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
            let damaged = |why: &str| Unreadable::Damaged(format!("line {number}: {why}"));
            let mut line: Map<String, Value> =
                serde_json::from_slice(line).map_err(|error| damaged(&error.to_string()))?;
            version(&line, ndjson::SCHEMA)?;
            if line.contains_key("partial") {
                return Err(Unreadable::Partial);
            }
            if let Some(remark) = line.remove("across") {
                read.across.push(remark);
                continue;
            }
            // The one thing at the head of a line that is not the same on all of them.
            let about = line.remove("path");
            let about = about.as_ref().and_then(Value::as_str);
            let entry = |name: &str, value: Value| {
                let entry = Entry::new(format!("line {number} /{name}"), value)?;
                Ok(Entry {
                    about: about.unwrap_or(&entry.path).to_owned(),
                    ..entry
                })
            };
            if let Some(dossier) = line.remove("dossier") {
                read.order.push(Line::Dossier(read.dossiers.len()));
                read.dossiers.push(entry("dossier", dossier)?);
            } else if let Some(error) = line.remove("error") {
                read.order.push(Line::Error(read.errors.len()));
                read.errors.push(entry("error", error)?);
            } else {
                return Err(damaged("it has neither a dossier nor an error"));
            }
            let head = Value::Object(line);
            if read.head.is_null() {
                read.options = options(head.as_object().unwrap_or(&Map::new()))?;
                read.head = head;
            } else if read.head != head {
                return Err(Unreadable::Mixed(number));
            }
        }
        read.scheme = read.options.scheme.clone();
        Ok(Self { bytes, ..read })
    }
}

impl Entry {
    fn new(at: String, value: Value) -> Result<Self, Unreadable> {
        let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let Some(path) = text("path") else {
            return Err(Unreadable::Damaged(format!("`{at}` has no path")));
        };
        let sha256 = text("sha256").unwrap_or_default();
        if at.contains("dossier") && sha256.is_empty() {
            return Err(Unreadable::Damaged(format!("`{at}` has no digest")));
        }
        Ok(Self {
            at,
            about: path.clone(),
            path,
            sha256,
            value,
        })
    }
}

fn said<'m>(object: &'m Map<String, Value>, key: &str) -> &'m str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn version(object: &Map<String, Value>, known: &'static str) -> Result<(), Unreadable> {
    match said(object, "schema") {
        version if version == known => Ok(()),
        other => Err(Unreadable::Version(other.to_owned(), known)),
    }
}

fn options(head: &Map<String, Value>) -> Result<OptionsReport, Unreadable> {
    let Some(options) = head.get("options") else {
        return Ok(OptionsReport::default());
    };
    let options = OptionsReport::deserialize(options);
    let options = options.map_err(|error| Unreadable::Options(error.to_string()))?;
    let limits = &options.limits;
    Limits::from_changed(&limits.dossier).map_err(Unreadable::Options)?;
    if limits.timeout_seconds.is_some() && limits.timeout().is_none() {
        let message = "the time limit is no number of seconds above 0";
        return Err(Unreadable::Options(message.to_owned()));
    }
    Ok(options)
}
