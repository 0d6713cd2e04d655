//! Where in its files the evidence of a dossier stands.

use std::fmt;
use std::sync::OnceLock;

use super::find::SourceFile;
use super::load::Loaded;
use super::locate::{Format, Tree};
use super::parse;
use super::path::DataPath;
use super::problem::At;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file, as the user named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// `file:line:column`, as compilers write it.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

impl Location {
    /// `file:line`, as people look it up.
    #[must_use]
    pub fn line_of_file(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }
}

/// Where everything in a dossier stands. Nothing is looked for before somebody asks.
#[derive(Debug, Default)]
pub struct Places {
    parts: Vec<Part>,
}

/// One file of a dossier.
#[derive(Debug)]
pub(super) struct Part {
    pub file: String,
    format: Format,
    /// The line of the file that the text begins at, from 1.
    line: usize,
    text: String,
    /// The keys of its top level, where they are known.
    pub keys: Vec<String>,
    tree: OnceLock<Tree>,
}

impl Places {
    /// The places in files that have been read; none in those that are no text.
    #[must_use]
    pub fn new(loaded: &Loaded) -> Self {
        let files = loaded.source.files.iter().zip(&loaded.files);
        let parts = files.filter_map(|(file, bytes)| {
            let text = parse::text(&file.shown, bytes.as_ref().ok()?.clone()).ok()?;
            Some(Part::new(file, text, Vec::new()))
        });
        Self::of(parts.collect())
    }

    pub(super) fn of(parts: Vec<Part>) -> Self {
        Self { parts }
    }

    /// Where the dossier begins: its first line in its main file; none where no file is known.
    #[must_use]
    pub fn start(&self) -> Option<Location> {
        let part = self.parts.first()?;
        Some(Location {
            file: part.file.clone(),
            line: part.line(1),
            column: 1,
        })
    }

    /// Where a value stands that is written like `documents[3].approved_on`: its own place, or that
    /// of the nearest thing around it; none if its top-level key is not in the dossier.
    #[must_use]
    pub fn locate(&self, path: &str) -> Option<Location> {
        let path = DataPath::parse(path)?;
        let top = path.top()?;
        let part = self.parts.iter().find(|part| part.has(top))?;
        let (line, column) = part.tree().find(&path, At::Value).position;
        Some(Location {
            file: part.file.clone(),
            line: part.line(line),
            column,
        })
    }
}

impl Part {
    /// The file's text with the keys of its top level, or none to look for them when asked.
    pub fn new(file: &SourceFile, text: String, keys: Vec<String>) -> Self {
        Self {
            file: file.shown.clone(),
            format: file.format,
            line: file.line.unwrap_or(1),
            text,
            keys,
            tree: OnceLock::new(),
        }
    }

    /// Whether a key stands on its top level.
    pub fn has(&self, key: &str) -> bool {
        if self.keys.is_empty() {
            return self.tree().has(key);
        }
        self.keys.iter().any(|other| other == key)
    }

    pub fn tree(&self) -> &Tree {
        self.tree
            .get_or_init(|| Tree::read(&self.text, self.format))
    }

    /// A line of the text as a line of the file.
    pub fn line(&self, line: usize) -> usize {
        line + self.line - 1
    }
}
