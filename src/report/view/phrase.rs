//! A text in both languages at once. A format shows one of them, or lets its reader choose.

use serde::Serialize;

use crate::text::{Language, Text};

/// A text in both languages. It is plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// The Chinese text.
    pub zh: String,
    /// The English text.
    pub en: String,
}

/// The text that `zh` and `en` say.
pub fn say(zh: &str, en: &str) -> Phrase {
    Phrase {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

impl Phrase {
    /// Text of a dossier, which is the same in both languages.
    pub fn evidence(text: &str) -> Self {
        say(text, text)
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }

    /// The text in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

impl From<&Text> for Phrase {
    fn from(text: &Text) -> Self {
        say(&text.zh, &text.en)
    }
}
