//! Words of workbooks in both languages.

use crate::text::{Language, Text};

/// What begins a cell that holds JSON.
pub(super) const JSON: &str = "json:";

/// The names of the sheet with the vocabularies.
pub(super) const VOCABULARY: [&str; 2] = ["词表", "vocabulary"];

/// What begins the names of sheets that hold no evidence.
pub(super) const ASIDE: char = '_';

/// What a cell says of a list that is kept and empty.
pub(super) const NONE: [&str; 2] = ["无", "none"];

/// What a cell says of what is so.
pub(super) const YES: [&str; 2] = ["是", "yes"];

/// What a cell says of what is not so.
pub(super) const NO: [&str; 2] = ["否", "no"];

/// What marks the names of columns that must be filled in.
pub(super) const REQUIRED: char = '*';

/// The word in one of the languages.
pub(super) fn in_language(words: [&'static str; 2], language: Language) -> &'static str {
    let [zh, en] = words;
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// Whether the text is the word in either language.
pub(super) fn is(words: [&str; 2], text: &str) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// The same in both languages.
pub(super) fn text(zh: &str, en: &str) -> Text {
    Text {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}
