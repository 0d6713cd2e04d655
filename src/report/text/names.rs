//! Facts and values as people read them: labels, units and vocabularies from the pack.

use serde_json::Value;

use super::words::{Words, fill};
use crate::pack::Pack;
use crate::pack::labels::Label;
use crate::text::Language;

/// How many entries of a list are shown.
const SHOWN: usize = 8;

/// How many characters of a text are shown.
const LONG: usize = 160;

/// Names in one language.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    pack: &'a Pack,
    words: &'static Words,
    /// Whether long lists and texts are cut.
    cut: bool,
}

impl<'a> Names<'a> {
    /// The names that the pack has, in the language of `words`.
    #[must_use]
    pub fn new(pack: &'a Pack, words: &'static Words) -> Self {
        Self {
            pack,
            words,
            cut: true,
        }
    }

    /// The same names, with lists and texts as long as they are.
    #[must_use]
    pub fn whole(pack: &'a Pack, words: &'static Words) -> Self {
        Self {
            cut: false,
            ..Self::new(pack, words)
        }
    }

    /// The label of a fact, if the pack has one.
    #[must_use]
    pub fn label(&self, fact: &str) -> Option<&'a Label> {
        self.pack.labels.of(fact)
    }

    /// A fact: its label, with the vocabulary value that stands after its slash; the fact itself where
    /// the pack has no label.
    #[must_use]
    pub fn fact(&self, fact: &str) -> String {
        let Some(label) = self.label(fact) else {
            return fact.to_owned();
        };
        let name = label.name(self.words.language());
        // A value's id may have dots itself: the vocabulary ends at the first one.
        match fact
            .split_once('/')
            .map(|(_, about)| about.split_once('.').unwrap_or(("", about)))
        {
            None => name.to_owned(),
            Some((vocabulary, id)) => {
                format!("{name}{}{}", self.words.colon, self.entry(vocabulary, id))
            }
        }
    }

    /// A value of a fact with its unit.
    #[must_use]
    pub fn value(&self, label: Option<&Label>, value: &Value) -> String {
        match value {
            Value::Null => self.words.nothing.to_owned(),
            Value::Bool(true) => self.words.yes.to_owned(),
            Value::Bool(false) => self.words.no.to_owned(),
            Value::Number(number) => {
                let unit = label.and_then(|label| label.unit.as_ref());
                let unit = unit.map_or("", |unit| unit.get(self.words.language()));
                let space = if unit.is_empty() || unit == "%" {
                    ""
                } else {
                    " "
                };
                format!("{}{space}{unit}", grouped(&number.to_string()))
            }
            Value::String(text) => match label.and_then(|label| label.vocabulary.as_ref()) {
                Some(vocabulary) => self.entry(vocabulary, text),
                None => self.text(text),
            },
            Value::Array(values) => self.list(label, values),
            Value::Object(_) => self.text(&value.to_string()),
        }
    }

    /// A list of values; a long one is cut, with the whole number after it.
    #[must_use]
    pub fn list(&self, label: Option<&Label>, values: &[Value]) -> String {
        if values.is_empty() {
            return self.words.none.to_owned();
        }
        let most = if self.cut { SHOWN } else { values.len() };
        let shown: Vec<String> = values
            .iter()
            .take(most)
            .map(|value| self.value(label, value))
            .collect();
        let text = shown.join(self.words.list);
        if values.len() > most {
            format!(
                "{text} {}",
                fill(self.words.more, &[&values.len().to_string()])
            )
        } else {
            text
        }
    }

    /// The names of classes, by their ids.
    #[must_use]
    pub fn classes(&self, ids: &[String]) -> String {
        if ids.is_empty() {
            return self.words.none.to_owned();
        }
        let name = |id: &String| {
            let class = self.pack.catalogue.class(id);
            class.map_or_else(
                || cut(id),
                |class| class.title.get(self.words.language()).to_owned(),
            )
        };
        ids.iter()
            .map(name)
            .collect::<Vec<_>>()
            .join(self.words.list)
    }

    /// A text, cut where texts are.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        if self.cut { cut(text) } else { text.to_owned() }
    }

    /// The name of a vocabulary's entry; its id where it has none.
    fn entry(&self, vocabulary: &str, id: &str) -> String {
        let key = match self.words.language() {
            Language::Chinese => "zh",
            Language::English => "en",
        };
        let vocabularies = self.pack.data.get("vocabulary");
        let entry = vocabularies
            .and_then(|all| all.get(vocabulary))
            .and_then(|entries| entries.get(id));
        entry
            .and_then(|entry| entry.get(key))
            .and_then(Value::as_str)
            .map_or_else(|| self.text(id), str::to_owned)
    }
}

/// A text cut to what is readable within a line.
#[must_use]
pub fn cut(text: &str) -> String {
    match text.char_indices().nth(LONG) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A whole number of more than four digits with its thousands apart.
#[must_use]
pub fn grouped(number: &str) -> String {
    let (sign, digits) = number
        .strip_prefix('-')
        .map_or(("", number), |digits| ("-", digits));
    if digits.len() < 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut text = sign.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_thousands_of_long_whole_numbers_only() {
        assert_eq!(grouped("2025"), "2025");
        assert_eq!(grouped("5000000"), "5,000,000");
        assert_eq!(grouped("-12345"), "-12,345");
        assert_eq!(grouped("12345.5"), "12345.5");
    }
}
