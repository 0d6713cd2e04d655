//! Problems of a dossier as the user is told them, and findings, which do not know their place yet.

use std::fmt;

use super::path::DataPath;
use super::words::harmless;
use crate::workbook::cell_name;

/// One thing that is wrong with a dossier, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub struct Problem {
    /// The file or folder, as the user knows it.
    pub file: String,
    /// The sheet of a workbook; lines and columns are those of its cells.
    pub sheet: Option<Box<str>>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// Where in the evidence, as `people[3].education.level`; empty for the whole.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Problem {
    /// A problem of a whole file or folder.
    #[must_use]
    pub fn new(file: &str, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            sheet: None,
            line: None,
            column: None,
            path: String::new(),
            message: message.into(),
        }
    }

    /// The same problem at a place in the file.
    #[must_use]
    pub fn at(mut self, line: usize, column: usize) -> Self {
        self.line = Some(line);
        self.column = Some(column);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&harmless(&self.file))?;
        f.write_str(&place_in_file(
            self.sheet.as_deref(),
            self.line,
            self.column,
        ))?;
        if !self.path.is_empty() {
            write!(f, ": {}", self.path)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// What follows the name of a file: `:7:4`, or in a workbook `: sheet 人员, cell D7`.
pub(crate) fn place_in_file(
    sheet: Option<&str>,
    line: Option<usize>,
    column: Option<usize>,
) -> String {
    match (sheet, line, column) {
        (Some(sheet), Some(row), Some(column)) => {
            format!(
                ": sheet {}, cell {}",
                harmless(sheet),
                cell_name(row, column)
            )
        }
        (Some(sheet), ..) => format!(": sheet {}", harmless(sheet)),
        (None, Some(line), Some(column)) => format!(":{line}:{column}"),
        (None, Some(line), None) => format!(":{line}"),
        (None, None, _) => String::new(),
    }
}

/// What of the value at a path a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum At {
    /// The value.
    Value,
    /// The key in front of the value: its first, second, … occurrence, counted from 0.
    Key(usize),
}

/// A problem before its line and column are looked up.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// The path of the value.
    pub path: DataPath,
    /// Whether the value or its key is wrong.
    pub at: At,
    /// The part of the dossier, where the path alone does not tell.
    pub part: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// Whether to say how the value is written as text.
    pub quote: bool,
    /// The key of the value that is not there, where that is what is wrong.
    pub missing: Option<String>,
}

impl Finding {
    /// A finding about the value at a path.
    pub(super) fn value(path: DataPath, message: impl Into<String>) -> Self {
        Self {
            path,
            at: At::Value,
            part: None,
            message: message.into(),
            quote: false,
            missing: None,
        }
    }

    /// A finding about the key that leads to a path.
    pub(super) fn key(path: DataPath, occurrence: usize, message: impl Into<String>) -> Self {
        Self {
            at: At::Key(occurrence),
            ..Self::value(path, message)
        }
    }
}
