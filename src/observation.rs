//! Something that was noticed about evidence which no clause asks about: what it is, and where.

use crate::text::Text;

/// An observation, before its places are looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// Which kind it is, as `same_person`.
    pub kind: &'static str,
    /// What it is, in both languages.
    pub text: Text,
    /// The paths in the evidence that it is about, as `people[3]`.
    pub paths: Vec<String>,
}

impl Observation {
    /// An observation about the values with those paths.
    #[must_use]
    pub fn new(kind: &'static str, zh: String, en: String, paths: &[&str]) -> Self {
        Self {
            kind,
            text: Text { zh, en },
            paths: paths.iter().map(|path| (*path).to_owned()).collect(),
        }
    }
}
