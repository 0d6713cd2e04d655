//! Values as people write them into cells, and back.

mod taken;
mod written;

use super::layout::Choice;
use crate::text::Language;
pub(super) use taken::{entries, value, values};
pub(super) use written::{content, list, records};

/// What is written into a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day by its serial number.
    Day(u32),
}

/// What a cell was found to hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Datum {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A point in time by its serial number, and whether days are counted from 1904.
    Time(f64, bool),
    /// A point in time in ISO 8601.
    IsoTime(String),
    /// Yes or no.
    Boolean(bool),
    /// What a formula came to that failed, such as `#REF!`.
    Failed(String),
    /// A formula whose result nobody has worked out.
    Open,
}

/// Below it all whole numbers are told apart in a cell.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// What a word of a list is called in cells: its label, or its id where others have that label too.
pub(super) fn label<'a>(choice: &'a Choice, id: &'a str, language: Language) -> &'a str {
    let word = choice.words.iter().find(|word| word.id == id);
    let label = word.map_or(id, |word| word.label.get(language));
    match choice.word(label) {
        Some(meant) if meant.id == id => label,
        _ => id,
    }
}
