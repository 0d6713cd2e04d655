//! Where in its files the evidence of a dossier stands.

use std::collections::HashSet;
use std::fmt;
use std::sync::{Arc, OnceLock};

use super::find::SourceFile;
use super::limits::Limits;
use super::load::Loaded;
use super::locate::{Format, Tree};
use super::parse;
use super::path::DataPath;
use super::problem::{At, place_in_file};
use crate::schema::Schema;
use crate::workbook::layout::Layout;
use crate::workbook::{self, CellPlace, Cells};

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file, as the user named it.
    pub file: String,
    /// The sheet of a workbook; none in a text.
    pub sheet: Option<String>,
    /// The line, or the row of a sheet, from 1.
    pub line: usize,
    /// The column, in a text in characters, from 1.
    pub column: usize,
}

/// `file:line:column`, as compilers write it, or `file: sheet 人员, cell D7`.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        f.write_str(&place_in_file(
            self.sheet.as_deref(),
            Some(self.line),
            Some(self.column),
        ))
    }
}

impl Location {
    /// `file:line`, as people look it up; in a workbook with sheet and cell.
    #[must_use]
    pub fn line_of_file(&self) -> String {
        match self.sheet {
            Some(_) => self.to_string(),
            None => format!("{}:{}", self.file, self.line),
        }
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
    /// The line of the file that the text begins at, from 1.
    line: usize,
    /// The keys of its top level, where they are known.
    pub keys: HashSet<String>,
    content: Content,
    body: OnceLock<Body>,
}

/// What places are looked for in.
#[derive(Debug)]
enum Content {
    Text(Format, String),
    Workbook(Arc<Layout>, Vec<u8>, Limits),
    /// They have been found already.
    Found,
}

/// Where things stand in a file.
#[derive(Debug)]
pub(super) enum Body {
    /// In a text.
    Text(Tree),
    /// In a workbook.
    Cells(Cells),
}

impl Places {
    /// The places in files that have been read; none in those that are no text.
    #[must_use]
    pub fn new(loaded: &Loaded, schema: &Schema) -> Self {
        let files = loaded.source.files.iter().zip(&loaded.files);
        let parts = files.filter_map(|(file, bytes)| {
            let bytes = bytes.as_ref().ok()?.clone();
            if file.format == Format::Workbook {
                let content = Content::Workbook(schema.layout(), bytes, loaded.source.limits);
                return Some(Part::with(file, content, HashSet::new()));
            }
            let text = parse::text(&file.shown, bytes).ok()?;
            Some(Part::new(file, text, HashSet::new()))
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
        match &part.content {
            Content::Text(..) => Some(part.at((1, 1))),
            _ => match part.body() {
                Body::Cells(cells) => part.at_cell(cells.start()?),
                Body::Text(_) => None,
            },
        }
    }

    /// Where a value stands that is written like `documents[3].approved_on`: its own place, or that
    /// of the nearest thing around it; none if its top-level key is not in the dossier.
    #[must_use]
    pub fn locate(&self, path: &str) -> Option<Location> {
        let path = DataPath::parse(path)?;
        let top = path.top()?;
        let part = self.parts.iter().find(|part| part.has(top))?;
        match part.body() {
            Body::Text(tree) => Some(part.at(tree.find(&path, At::Value).position)),
            Body::Cells(cells) => part.at_cell(cells.find(&path)?),
        }
    }
}

impl Part {
    /// The file's text with the keys of its top level, or none to look for them when asked.
    pub fn new(file: &SourceFile, text: String, keys: HashSet<String>) -> Self {
        Self::with(file, Content::Text(file.format, text), keys)
    }

    /// A workbook of which the places are known.
    pub fn of_cells(file: &SourceFile, cells: Cells, keys: HashSet<String>) -> Self {
        Self {
            body: OnceLock::from(Body::Cells(cells)),
            ..Self::with(file, Content::Found, keys)
        }
    }

    fn with(file: &SourceFile, content: Content, keys: HashSet<String>) -> Self {
        Self {
            file: file.shown.clone(),
            line: file.line.unwrap_or(1),
            keys,
            content,
            body: OnceLock::new(),
        }
    }

    /// Whether a key stands on its top level.
    pub fn has(&self, key: &str) -> bool {
        if self.keys.is_empty() {
            return match self.body() {
                Body::Text(tree) => tree.has(key),
                Body::Cells(cells) => cells.has(key),
            };
        }
        self.keys.contains(key)
    }

    /// Where things stand in it.
    pub fn body(&self) -> &Body {
        self.body.get_or_init(|| match &self.content {
            Content::Text(format, text) => Body::Text(Tree::read(text, *format)),
            Content::Workbook(layout, bytes, limits) => {
                Body::Cells(workbook::read(layout, bytes, limits).cells)
            }
            Content::Found => Body::Cells(Cells::default()),
        })
    }

    /// A line of the text as a line of the file.
    pub fn line(&self, line: usize) -> usize {
        line + self.line - 1
    }

    fn at(&self, (line, column): (usize, usize)) -> Location {
        Location {
            file: self.file.clone(),
            sheet: None,
            line: self.line(line),
            column,
        }
    }

    fn at_cell(&self, place: &CellPlace) -> Option<Location> {
        let (line, column) = place.cell?;
        Some(Location {
            file: self.file.clone(),
            sheet: Some(place.sheet.to_string()),
            line,
            column,
        })
    }
}
