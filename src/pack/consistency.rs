//! What does not fit together between manifests and rules, with the lines of the manifests.

use std::collections::BTreeSet;

use super::limits::TOLD;
use super::manifest::{Class, Extension, Manifest};
use super::source::SourceFile;
use super::{Pack, PackError};
use crate::dossier::{self, DataPath};

/// An error about a value of a manifest.
pub(crate) fn error(file: &SourceFile, path: &DataPath, message: &str) -> PackError {
    PackError::new(&file.path, message).at(dossier::line_in_yaml(&file.text, path))
}

/// The path of an entry of a list at the top of a manifest.
pub(crate) fn place(list: &str, index: usize) -> DataPath {
    DataPath::default().key(list).index(index)
}

impl Pack {
    /// What does not fit together between manifests and rules, so that no class could be evaluated as
    /// its manifest says.
    #[must_use]
    pub fn inconsistencies(&self) -> Vec<PackError> {
        let mut problems = Vec::new();
        let (mut terms, mut classes) = (BTreeSet::new(), BTreeSet::new());
        for (file, manifest) in &self.manifests {
            for (index, term) in manifest.terms.iter().enumerate() {
                // Each looks its line up in the whole file.
                if problems.len() >= TOLD {
                    return problems;
                }
                let at = place("terms", index);
                if !terms.insert(&term.id) {
                    let message = format!("term `{}` is listed twice", term.id);
                    problems.push(error(file, &at, &message));
                }
                for (index, area) in term.areas.iter().enumerate() {
                    let held = self.catalogue.clauses_of_area(&area.clause).count();
                    if held != 0 && held != area.clauses {
                        let message = format!(
                            "area {} has {held} clause rules where the manifest lists {}",
                            area.clause, area.clauses
                        );
                        problems.push(error(file, &at.key("areas").index(index), &message));
                    }
                }
            }
            for (index, class) in manifest.classes.iter().enumerate() {
                if problems.len() >= TOLD {
                    return problems;
                }
                let at = place("classes", index);
                if !classes.insert(&class.id) {
                    let message = format!("class `{}` is listed twice", class.id);
                    problems.push(error(file, &at, &message));
                }
                if class.term.is_some() && class.external.is_some() {
                    let message = format!(
                        "class `{}` has a `term` and an `external` standard: it is evaluated here or there",
                        class.id
                    );
                    problems.push(error(file, &at, &message));
                }
                problems.extend(self.unknown_term(file, &at, class));
                problems.extend(self.weights(file, &at, class));
            }
            problems.extend(self.unknown_common_terms(file, manifest));
            for (index, added) in manifest.extends.iter().enumerate() {
                problems.extend(self.extension(file, &place("extends", index), added));
            }
        }
        problems
    }

    /// What packs without the built-in one below them lack.
    pub(super) fn missing(&self) -> Vec<PackError> {
        let Some((file, _)) = self.manifests.first() else {
            let message = "a folder of a pack is needed where the built-in pack is left out";
            return vec![PackError::new("pack.yaml", message)];
        };
        let mut problems = Vec::new();
        if self
            .manifests
            .iter()
            .all(|(_, manifest)| manifest.pass_mark.is_none())
        {
            let message = "`pass_mark` is missing: without the built-in pack a pack says from which score on an evaluation passes";
            problems.push(PackError::new(&file.path, message));
        }
        if self.catalogue.classes.is_empty() {
            let message =
                "`classes` is missing: without the built-in pack a pack says what is evaluated";
            problems.push(PackError::new(&file.path, message));
        }
        problems
    }

    fn weights(&self, file: &SourceFile, at: &DataPath, class: &Class) -> Option<PackError> {
        let weight = self.weight(class);
        let wrong = class.term.is_some()
            && weight != 100
            && self.catalogue.extensions_of(class).next().is_none();
        let message = format!(
            "the terms of class `{}` weigh {weight} %, not 100 %",
            class.id
        );
        wrong.then(|| error(file, at, &message))
    }

    /// What the terms of a class weigh together.
    fn weight(&self, class: &Class) -> u32 {
        let terms = self.catalogue.terms_of(class);
        terms
            .map(|term| self.catalogue.weight_of(class, term))
            .sum()
    }

    /// What is wrong with what a pack adds to a class.
    fn extension(&self, file: &SourceFile, at: &DataPath, added: &Extension) -> Vec<PackError> {
        let Some(class) = self.catalogue.class(&added.class) else {
            let message = format!("class `{}` is extended, which no pack has", added.class);
            return vec![error(file, &at.key("class"), &message)];
        };
        let mut problems = Vec::new();
        for (index, id) in added.terms.iter().enumerate() {
            if !self.has_term(id) {
                let message = format!(
                    "class `{}` is given term `{id}`, which no pack has",
                    class.id
                );
                problems.push(error(file, &at.key("terms").index(index), &message));
            }
        }
        let terms: BTreeSet<&str> = self
            .catalogue
            .terms_of(class)
            .map(|term| term.id.as_str())
            .collect();
        for id in added
            .weights
            .keys()
            .filter(|id| !terms.contains(id.as_str()))
        {
            let message = format!("class `{}` has no term `{id}` to give a weight", class.id);
            problems.push(error(file, &at.key("weights").key(id), &message));
        }
        let weight = self.weight(class);
        if weight != 100 {
            let message = format!(
                "with what is added the terms of class `{}` weigh {weight} %, not 100 %: say under `weights` what others weigh then",
                class.id
            );
            problems.push(error(file, at, &message));
        }
        problems
    }

    fn unknown_term(&self, file: &SourceFile, at: &DataPath, class: &Class) -> Option<PackError> {
        let id = class.term.as_ref().filter(|id| !self.has_term(id))?;
        let message = format!("class `{}` uses term `{id}`, which no pack has", class.id);
        Some(error(file, &at.key("term"), &message))
    }

    fn unknown_common_terms(&self, file: &SourceFile, manifest: &Manifest) -> Vec<PackError> {
        let terms = manifest.common_terms.iter().enumerate();
        terms
            .filter(|(_, id)| !self.has_term(id))
            .map(|(index, id)| {
                let message = format!("`common_terms` has term `{id}`, which no pack has");
                error(file, &place("common_terms", index), &message)
            })
            .collect()
    }

    fn has_term(&self, id: &str) -> bool {
        self.catalogue.terms.iter().any(|term| term.id == id)
    }
}
