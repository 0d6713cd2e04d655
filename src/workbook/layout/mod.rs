//! Which sheets and columns a workbook of a dossier has: derived from the schema, so that writer and
//! reader agree and nothing in the evidence model is without a place.

mod build;
mod names;

use crate::schema::Schema;
use crate::text::Text;

/// The sheets of a workbook. The first is the form with what is there once; each further one holds the
/// entries of a list, and those of a list within these come after it.
#[derive(Debug)]
pub struct Layout {
    /// The sheets, each after the one of its parent.
    pub sheets: Vec<Sheet>,
}

/// A sheet: the entries of one list, of whatever entries it is part of.
#[derive(Debug)]
pub struct Sheet {
    /// The keys from the top of a dossier to the list, without places in lists: `people.certificates`.
    pub path: String,
    /// What its tab is called.
    pub name: Text,
    /// What its entries are.
    pub title: Text,
    /// What the schema says about it.
    pub description: Text,
    /// The sheet of the entries that the list is part of; none for the form.
    pub parent: Option<usize>,
    /// The keys from such an entry to the list.
    pub inside: Vec<String>,
    /// The columns; rows of the form.
    pub columns: Vec<Column>,
    /// The column by which further sheets name a row of this one.
    pub key: Option<usize>,
}

/// A column, or a row of the form.
#[derive(Debug)]
pub struct Column {
    /// The keys from an entry to the value; none for what is in the workbook only.
    pub path: Vec<String>,
    /// What it is called, with the group that it belongs to.
    pub title: Text,
    /// The group's title; none for what belongs to the entry itself.
    pub group: Option<Text>,
    /// What the schema says about it in full.
    pub description: Text,
    /// Whether it must be filled in.
    pub need: Need,
    /// What stands in it.
    pub role: Role,
}

/// Whether something must be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// In every row.
    Always,
    /// Where anything else of its group is.
    InGroup,
    /// Never.
    No,
}

/// What stands in a column.
#[derive(Debug)]
pub enum Role {
    /// The key of the row of the parent's sheet that the row belongs to.
    Parent,
    /// A key for further sheets, where entries have no id of their own.
    RowKey,
    /// One value.
    Value(Kind),
    /// Several values, one on each line of the cell.
    List(Kind),
    /// Several entries of a few texts each: one entry on each line, the texts apart by `|`.
    Records(Vec<Field>),
    /// Entries that have the sheet of that number; the column only says that there are none.
    Child(usize),
    /// Whether a group is there of which nothing is known.
    Presence,
}

/// A text of an entry that stands on a line of a cell.
#[derive(Debug)]
pub struct Field {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub title: Text,
}

/// A kind of value.
#[derive(Debug)]
pub enum Kind {
    /// Text.
    Text,
    /// A day.
    Date,
    /// A whole number, and the least and the most that it may be.
    Integer(Bounds),
    /// A number, and the least and the most that it may be.
    Number(Bounds),
    /// Yes or no.
    Boolean,
    /// A word of a list.
    Choice(Choice),
    /// The id of an entry of that register.
    Reference(String),
    /// Always the same text.
    Fixed(String),
    /// What has no other form in a cell.
    Any,
}

/// The least and the most that a number may be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bounds {
    /// The least.
    pub least: Option<f64>,
    /// The most.
    pub most: Option<f64>,
}

/// The words that a value is taken from.
#[derive(Debug)]
pub struct Choice {
    /// The name of the vocabulary; none for words of this place only.
    pub vocabulary: Option<String>,
    /// The words.
    pub words: Vec<Word>,
}

/// A word of a list.
#[derive(Debug)]
pub struct Word {
    /// How dossiers write it.
    pub id: String,
    /// What people call it; its id where it has no name of its own.
    pub label: Text,
}

impl Layout {
    /// The layout of workbooks for dossiers of that schema.
    #[must_use]
    pub fn new(schema: &Schema) -> Self {
        build::layout(schema)
    }

    /// The sheet with the entries of a register, by the key of its list at the top.
    #[must_use]
    pub fn register(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.path == name)
    }
}

impl Sheet {
    /// The column by which other sheets name a row.
    #[must_use]
    pub fn key_column(&self) -> Option<&Column> {
        self.columns.get(self.key?)
    }
}

impl Column {
    /// How the workbook names it whatever the language: `employment.from`.
    #[must_use]
    pub fn token(&self) -> String {
        match self.role {
            Role::Parent => "@".to_owned(),
            Role::RowKey => "#".to_owned(),
            Role::Presence => format!("{}.?", self.path.join(".")),
            _ => self.path.join("."),
        }
    }
}

impl Choice {
    /// The word that text in a cell means: its id, or what it is called in either language.
    #[must_use]
    pub fn word(&self, text: &str) -> Option<&Word> {
        let by = |is: &dyn Fn(&Word) -> bool| {
            let mut found = self.words.iter().filter(|word| is(word));
            found.next().filter(|_| found.next().is_none())
        };
        by(&|word| word.id == text)
            .or_else(|| by(&|word| word.label.zh == text))
            .or_else(|| by(&|word| word.label.en == text))
            .or_else(|| by(&|word| word.label.en.eq_ignore_ascii_case(text)))
    }
}
