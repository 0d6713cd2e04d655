//! What does not fit together between manifests and rules, with the lines of the manifests.

use std::collections::BTreeSet;

use super::manifest::{Class, Manifest};
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
                let at = place("terms", index);
                if !terms.insert(&term.id) {
                    let message = format!("term `{}` is listed twice", term.id);
                    problems.push(error(file, &at, &message));
                }
                for (index, area) in term.areas.iter().enumerate() {
                    let held = self.catalogue.clauses_of_area(&area.clause).count();
                    if held != 0 && held != area.clauses {
                        let message = format!(
                            "area {} has {held} clause rules where the standard lists {}",
                            area.clause, area.clauses
                        );
                        problems.push(error(file, &at.key("areas").index(index), &message));
                    }
                }
            }
            for (index, class) in manifest.classes.iter().enumerate() {
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
        }
        problems
    }

    fn weights(&self, file: &SourceFile, at: &DataPath, class: &Class) -> Option<PackError> {
        let weight: u32 = self.catalogue.terms_of(class).map(|term| term.weight).sum();
        let wrong = class.term.is_some() && weight != 100;
        let message = format!(
            "the terms of class `{}` weigh {weight} %, not 100 %",
            class.id
        );
        wrong.then(|| error(file, at, &message))
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
