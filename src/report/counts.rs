//! What a run came to, in numbers.

use super::model::{DossierReport, ErrorReport};
use super::text::words::{Words, fill};
use crate::score::Verdict;

/// Numbers of dossiers and evaluations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Dossiers that could be read.
    pub dossiers: u64,
    /// Evaluations that pass.
    pub passed: u64,
    /// Evaluations that fail.
    pub failed: u64,
    /// Evaluations that hang on rules that failed.
    pub undetermined: u64,
    /// Classes that other standards evaluate.
    pub elsewhere: u64,
    /// Dossiers and paths of which something could not be evaluated.
    pub not_evaluated: u64,
    /// Dossiers with rules that failed.
    pub with_failed_rules: u64,
}

impl Counts {
    /// Adds a dossier.
    pub fn add(&mut self, dossier: &DossierReport) {
        self.dossiers += 1;
        self.with_failed_rules += u64::from(dossier.is_incomplete());
        self.elsewhere += dossier.external.len() as u64;
        for evaluation in &dossier.evaluations {
            match evaluation.result.verdict {
                Verdict::Pass => self.passed += 1,
                Verdict::Fail => self.failed += 1,
                Verdict::Undetermined => self.undetermined += 1,
            }
        }
    }

    /// Adds errors, those of one dossier behind each other.
    pub fn add_errors(&mut self, errors: &[ErrorReport]) {
        let mut errors: Vec<&str> = errors.iter().map(ErrorReport::about).collect();
        errors.dedup();
        self.not_evaluated += errors.len() as u64;
    }

    /// Adds other counts.
    pub fn add_counts(&mut self, other: &Self) {
        self.dossiers += other.dossiers;
        self.passed += other.passed;
        self.failed += other.failed;
        self.undetermined += other.undetermined;
        self.elsewhere += other.elsewhere;
        self.not_evaluated += other.not_evaluated;
        self.with_failed_rules += other.with_failed_rules;
    }

    /// The numbers in a line.
    #[must_use]
    pub(super) fn said(&self, words: &Words) -> String {
        let numbers = [
            self.dossiers,
            self.evaluations(),
            self.passed,
            self.failed,
            self.undetermined,
            self.not_evaluated,
        ];
        let numbers = numbers.map(|number| number.to_string());
        fill(words.totals, &numbers.each_ref().map(String::as_str))
    }

    /// All evaluations.
    #[must_use]
    pub fn evaluations(&self) -> u64 {
        self.passed + self.failed + self.undetermined
    }

    /// Whether other standards evaluate every class there is.
    #[must_use]
    pub fn is_all_elsewhere(&self) -> bool {
        self.elsewhere > 0 && self.evaluations() == 0
    }

    /// Whether something could not be evaluated: a dossier, a class, or a clause whose rule failed.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.not_evaluated > 0 || self.with_failed_rules > 0
    }

    /// Whether every evaluation passes. Classes that other standards evaluate have no part in it.
    #[must_use]
    pub fn all_pass(&self) -> bool {
        self.failed == 0 && self.undetermined == 0
    }
}
