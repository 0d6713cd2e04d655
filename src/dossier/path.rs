//! Where in a dossier a value stands: `people[3].education.level`.

use std::fmt;

use super::words::escaped;

/// One step into a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Into the value of a key.
    Key(String),
    /// Into an entry of a list, counted from 0.
    Index(usize),
}

/// The steps from the top of a dossier to a value. Keys that are no plain words are written in
/// brackets and quotes: `people[0]["full name"]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DataPath(Vec<Step>);

impl DataPath {
    /// The steps from the top.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The path of the value of `key` below this one.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.to_owned()))
    }

    /// The path of the entry `index` below this one.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// The top-level key that the path leads through.
    #[must_use]
    pub fn top(&self) -> Option<&str> {
        match self.0.first() {
            Some(Step::Key(key)) => Some(key),
            _ => None,
        }
    }

    /// Reads a path as it is written; none if it is not written so.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut steps = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            if let Some(inner) = rest.strip_prefix("[\"") {
                let (key, after) = inner.split_once("\"]")?;
                steps.push(Step::Key(key.to_owned()));
                rest = after;
            } else if let Some(inner) = rest.strip_prefix('[') {
                let (number, after) = inner.split_once(']')?;
                steps.push(Step::Index(number.parse().ok()?));
                rest = after;
            } else {
                let word = rest.strip_prefix('.').unwrap_or(rest);
                let end = word.find(['.', '[']).unwrap_or(word.len());
                let (key, after) = word.split_at_checked(end)?;
                if key.is_empty() {
                    return None;
                }
                steps.push(Step::Key(key.to_owned()));
                rest = after;
            }
        }
        Some(Self(steps))
    }
}

impl FromIterator<Step> for DataPath {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self(steps.into_iter().collect())
    }
}

impl fmt::Display for DataPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(key) if is_word(key) => {
                    let dot = if position == 0 { "" } else { "." };
                    write!(f, "{dot}{key}")?;
                }
                Step::Key(key) => write!(f, "[\"{}\"]", escaped(key))?,
            }
        }
        Ok(())
    }
}

/// The longest key that is shown as it is, in bytes.
const LONGEST_WORD: usize = 60;

/// Whether a key is shown as it is: longer ones are shortened.
fn is_word(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= LONGEST_WORD
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_it_is_written() {
        for text in [
            "",
            "people",
            "people[3].education.level",
            "[0][1].a",
            "a[\"b c.d\"].e",
        ] {
            assert_eq!(
                DataPath::parse(text)
                    .map(|path| path.to_string())
                    .as_deref(),
                Some(text)
            );
        }
    }

    #[test]
    fn what_is_no_path_is_none() {
        for text in ["a..b", "a[", "a[x]", "a[\"b", "."] {
            assert_eq!(DataPath::parse(text), None, "{text}");
        }
    }
}
