//! What falls short of a dossier, each thing once: what classes share falls short in all of them.

use super::model::{ClauseReport, DossierReport, EvaluationReport};

/// A clause that falls short, with the classes in which it does with the same result.
#[derive(Debug)]
pub struct Gap<'a> {
    /// The clause.
    pub clause: &'a ClauseReport,
    /// The classes, at least one.
    pub classes: Vec<&'a EvaluationReport>,
}

/// The clauses of a dossier that fall short, in the order of its evaluations.
#[must_use]
pub fn of(dossier: &DossierReport) -> Vec<Gap<'_>> {
    let mut gaps: Vec<Gap> = Vec::new();
    for evaluation in &dossier.evaluations {
        let clauses = evaluation.clauses.iter();
        for clause in clauses.filter(|clause| !clause.status.counts()) {
            match gaps.iter_mut().find(|gap| gap.clause == clause) {
                Some(gap) => gap.classes.push(evaluation),
                None => gaps.push(Gap {
                    clause,
                    classes: vec![evaluation],
                }),
            }
        }
    }
    gaps
}
