//! Text in the two languages that every label, title and report exists in.

use serde::{Deserialize, Serialize};

/// A language of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Chinese (simplified).
    Chinese,
    /// English.
    English,
}

/// One text in Chinese and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The Chinese text.
    pub zh: String,
    /// The English text.
    pub en: String,
}

impl Text {
    /// The text in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

/// The name that is meant where a known one is nearly what somebody wrote.
#[must_use]
pub fn nearest<'k>(asked: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let known = known.into_iter();
    known
        .map(|near| (strsim::damerau_levenshtein(asked, near), near))
        .min()
        .filter(|(distance, near)| *distance <= near.len() / 2)
        .map(|(_, near)| near)
}

/// What JSON calls a verdict, a status and the like; nothing of a value that is more than a name.
#[must_use]
pub fn name_of(value: impl Serialize) -> String {
    let name = serde_json::to_value(value).ok();
    name.and_then(|name| Some(name.as_str()?.to_owned()))
        .unwrap_or_default()
}
