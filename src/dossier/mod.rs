//! Finding and reading dossiers.

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::path::PathBuf;

use crate::pack::source::hex;
use crate::schema::Schema;

/// All evidence of one provider for one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// The file or folder, as the user named it.
    pub path: String,
    /// SHA-256 over its contents.
    pub sha256: String,
    /// The evidence.
    pub evidence: Value,
}

/// What is wrong with a dossier, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column, from 1.
    pub column: Option<usize>,
    /// Where in the document, as `people[3].employed_from`; empty where the whole file is meant.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// One dossier to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file, as the user named it.
    pub path: String,
}

/// What was found at the paths of a command line.
#[derive(Debug, Default)]
pub struct Found {
    /// The dossiers, in order.
    pub sources: Vec<Source>,
    /// Files that are no dossiers.
    pub passed_over: Vec<String>,
    /// What is wrong with the paths.
    pub problems: Vec<Problem>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

impl Dossier {
    /// Where a value stands in its file.
    #[must_use]
    pub fn locate(&self, _path: &str) -> Option<Location> {
        None
    }
}

/// The dossiers at `paths`.
#[must_use]
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in paths {
        if path.is_dir() {
            let entries = walkdir::WalkDir::new(path)
                .sort_by_file_name()
                .into_iter()
                .filter_map(Result::ok);
            for entry in entries.filter(|entry| entry.file_type().is_file()) {
                found.sources.push(Source {
                    path: entry.path().display().to_string(),
                });
            }
        } else if path.exists() {
            found.sources.push(Source {
                path: path.display().to_string(),
            });
        } else {
            found
                .problems
                .push(problem(&path.display().to_string(), "does not exist"));
        }
    }
    found
}

/// Reads one dossier.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(source: &Source, _schema: &Schema) -> Result<Dossier, Vec<Problem>> {
    let path = source.path.as_str();
    let bytes = std::fs::read(path)
        .map_err(|error| vec![problem(path, &format!("cannot be read: {error}"))])?;
    let text = std::str::from_utf8(&bytes).map_err(|_| vec![problem(path, "is not UTF-8 text")])?;
    let evidence = serde_yaml::from_str(text).map_err(|error| {
        let place = error.location();
        vec![Problem {
            line: place.as_ref().map(serde_yaml::Location::line),
            column: place.as_ref().map(serde_yaml::Location::column),
            ..problem(path, &error.to_string())
        }]
    })?;
    Ok(Dossier {
        path: path.to_owned(),
        sha256: hex(&Sha256::digest(&bytes)),
        evidence,
    })
}

fn problem(path: &str, message: &str) -> Problem {
    Problem {
        file: path.to_owned(),
        line: None,
        column: None,
        path: String::new(),
        message: message.to_owned(),
    }
}
