//! What could not be evaluated, then and now. A report has no digest of a dossier that it could not evaluate: such a
//! one is found by saying the same now.

use std::collections::HashSet;

use super::model::{Difference, Kind, Verification};
use super::reported::{Entry, Reported};
use crate::report::ErrorReport;

/// Whose error it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Of a dossier that the report has and that was evaluated again.
    Report,
    /// Of one that could not be evaluated now.
    Open,
    /// Of a dossier that the report has no digest of.
    Other,
    /// Of a path that led to no dossier.
    Path,
}

/// What could not be evaluated, and which of it the report has.
#[derive(Default)]
pub struct Errors(Vec<Worked>);

/// An error that was worked out.
struct Worked {
    error: ErrorReport,
    whose: Whose,
    is_claimed: bool,
}

impl Errors {
    /// Adds errors that were worked out.
    pub fn add(&mut self, errors: Vec<ErrorReport>, whose: Whose) {
        let worked = |error| Worked {
            error,
            whose,
            is_claimed: false,
        };
        self.0.extend(errors.into_iter().map(worked));
    }

    /// The errors of the report as they were worked out, in its order. What differs is told; one of a dossier that
    /// is none of `known` is one that was not given.
    pub fn claim(
        &mut self,
        report: &Reported,
        known: &HashSet<String>,
        verification: &mut Verification,
    ) -> Vec<ErrorReport> {
        let mut claimed = Vec::new();
        for entry in &report.errors {
            let is_given = known.contains(&entry.path) || known.contains(&entry.about);
            match self.find(entry) {
                Some(error) => claimed.push(error),
                None if !is_given => {
                    if !verification.missing.contains(&entry.about) {
                        verification.missing.push(entry.about.clone());
                    }
                }
                None => verification.differences.push(Difference {
                    kind: Kind::Error,
                    at: entry.at.clone(),
                    dossier: Some(entry.path.clone()),
                    class: None,
                    clause: None,
                    key: "errors".to_owned(),
                    reported: Some(entry.value.clone()),
                    evaluated: None,
                }),
            }
        }
        let left = self.left(Whose::Report);
        verification.differences.extend(left.filter_map(unreported));
        claimed
    }

    /// What the report does not have.
    fn left(&self, whose: Whose) -> impl Iterator<Item = &ErrorReport> {
        let left = self.0.iter();
        let left = left.filter(move |it| !it.is_claimed && it.whose == whose);
        left.map(|it| &it.error)
    }

    /// What is wrong with the paths given, other than the report says.
    pub fn of_paths(&self) -> Vec<ErrorReport> {
        self.left(Whose::Path).cloned().collect()
    }

    /// The error that an entry is: the same one, or the same at another path of a dossier that was moved.
    fn find(&mut self, entry: &Entry) -> Option<ErrorReport> {
        let is_same = |error: &ErrorReport| {
            serde_json::to_value(error).is_ok_and(|value| value == entry.value)
        };
        let moved = |error: &ErrorReport| ErrorReport {
            path: entry.path.clone(),
            dossier: error.dossier.as_ref().map(|_| entry.about.clone()),
            ..error.clone()
        };
        let free = |it: &Worked| !it.is_claimed;
        let here = self.0.iter().position(|it| free(it) && is_same(&it.error));
        let number = here.or_else(|| {
            let is_moved = |it: &Worked| it.whose == Whose::Other && is_same(&moved(&it.error));
            self.0.iter().position(|it| free(it) && is_moved(it))
        })?;
        let worked = self.0.get_mut(number)?;
        worked.is_claimed = true;
        Some(moved(&worked.error))
    }

    /// Whether the report has an error of the dossier at `path`, which it has no digest of.
    pub fn is_claimed(&self, path: &str) -> bool {
        let of_other = |it: &&Worked| it.is_claimed && it.whose == Whose::Other;
        self.0
            .iter()
            .filter(of_other)
            .any(|it| it.error.about() == path)
    }
}

fn unreported(error: &ErrorReport) -> Option<Difference> {
    Some(Difference {
        kind: Kind::Error,
        at: "/errors".to_owned(),
        dossier: Some(error.about().to_owned()),
        class: None,
        clause: None,
        key: "errors".to_owned(),
        reported: None,
        evaluated: Some(serde_json::to_value(error).ok()?),
    })
}
