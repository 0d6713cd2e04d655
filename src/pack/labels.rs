//! Labels: what a fact is called, in both languages, and the unit and vocabulary of its values.

use serde::Deserialize;
use std::collections::BTreeMap;

use crate::text::{Language, Text};

/// The name of one fact.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Unit of the values.
    #[serde(default)]
    pub unit: Option<Text>,
    /// Vocabulary that names the values.
    #[serde(default)]
    pub vocabulary: Option<String>,
}

impl Label {
    /// The name in `language`.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

/// The labels of all packs, by fact.
#[derive(Clone, Debug, Default)]
pub struct Labels(BTreeMap<String, Label>);

impl Labels {
    /// Adds the labels of a file; a later pack's label replaces an earlier one.
    pub fn add(&mut self, file: BTreeMap<String, Label>) {
        self.0.extend(file);
    }

    /// The label of a check's fact; what stands after a slash names a vocabulary value, not another fact.
    #[must_use]
    pub fn of(&self, fact: &str) -> Option<&Label> {
        let name = fact.split_once('/').map_or(fact, |(name, _)| name);
        self.0.get(name)
    }
}
