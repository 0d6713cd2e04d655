//! What could not be evaluated.

use serde::Serialize;

use crate::dossier::place_in_file;

/// Something that could not be evaluated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ErrorReport {
    /// The file or folder.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
    /// The sheet of a workbook; line and column are those of its cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The column, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// Where in the document, as `people[3].employed_from`.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The dossier it is about, by its path; none where a path led to no dossier.
    #[serde(skip)]
    pub dossier: Option<String>,
}

impl ErrorReport {
    /// An error about a whole dossier.
    #[must_use]
    pub fn new(path: &str, message: &str) -> Self {
        Self {
            path: path.to_owned(),
            message: message.to_owned(),
            sheet: None,
            line: None,
            column: None,
            place: None,
            dossier: None,
        }
    }

    /// The same error as one of the dossier at `path`.
    #[must_use]
    pub fn of(self, path: &str) -> Self {
        Self {
            dossier: Some(path.to_owned()),
            ..self
        }
    }

    /// `file:line:column`, or with sheet and cell of a workbook.
    #[must_use]
    pub fn source(&self) -> String {
        let place = place_in_file(self.sheet.as_deref(), self.line, self.column);
        format!("{}{place}", self.path)
    }

    /// The path of what was not evaluated: the dossier, or the path without one.
    #[must_use]
    pub fn about(&self) -> &str {
        self.dossier.as_deref().unwrap_or(&self.path)
    }
}

/// What a report keeps of errors until its end, in the order of reports: of paths that led to no dossier,
/// then of dossiers.
#[derive(Clone, Debug, Default)]
pub(super) struct ByOrigin<T> {
    paths: T,
    dossiers: T,
}

impl<T> ByOrigin<T> {
    /// With what is empty on both sides.
    pub fn new(empty: impl Fn() -> T) -> Self {
        Self {
            paths: empty(),
            dossiers: empty(),
        }
    }

    /// Where an error belongs.
    pub fn of(&mut self, error: &ErrorReport) -> &mut T {
        if error.dossier.is_none() {
            &mut self.paths
        } else {
            &mut self.dossiers
        }
    }

    /// Both in their order.
    pub fn each(&self) -> [&T; 2] {
        [&self.paths, &self.dossiers]
    }

    /// Both in their order, to be read from where they are kept.
    pub fn each_mut(&mut self) -> [&mut T; 2] {
        [&mut self.paths, &mut self.dossiers]
    }
}

/// `file:line:column: where: message`, as compilers write it, or with sheet and cell of a workbook.
impl std::fmt::Display for ErrorReport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.source())?;
        if let Some(place) = &self.place {
            write!(f, ": {place}")?;
        }
        write!(f, ": {}", self.message)
    }
}
