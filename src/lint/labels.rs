//! Facts without a name, and vocabulary values that are none: reports would show the bare word, and a rule that
//! misspells a service item finds nothing in silence.

use serde_json::json;
use std::time::Duration;

use crate::engine::Engine;
use crate::outcome::Outcome;
use crate::pack::{Clause, Pack, PackError};

/// What the clauses of the topmost pack show about a dossier that says nothing: there every fact that decides is
/// shown as missing.
pub(super) fn problems(pack: &Pack, limit: Duration) -> Result<Vec<PackError>, Vec<PackError>> {
    let clauses = pack.catalogue.clauses.values();
    let clauses: Vec<&Clause> = clauses
        .filter(|clause| pack.is_on_top(&clause.file))
        .collect();
    let silent = json!({"assessment": {"reference_date": "2026-01-01", "classes": pack.vocabulary("classes")}});
    let mut engine = Engine::new(pack, limit)?;
    // A rule that takes too long is no matter of names.
    let Ok(outcomes) = engine.evaluate(&silent, &clauses) else {
        return Ok(Vec::new());
    };
    let shown = clauses.into_iter().zip(&outcomes);
    Ok(shown
        .flat_map(|(clause, outcome)| unnamed(pack, clause, outcome))
        .collect())
}

fn unnamed(pack: &Pack, clause: &Clause, outcome: &Outcome) -> Vec<PackError> {
    let checks = outcome.checks.iter();
    checks
        .filter_map(|check| objection(pack, &check.fact))
        .map(|what| {
            let message = format!("clause {} shows {what}", clause.id);
            PackError::new(&clause.file, &message).at(clause.line)
        })
        .collect()
}

fn objection(pack: &Pack, fact: &str) -> Option<String> {
    let (name, about) = fact.split_once('/').unwrap_or((fact, ""));
    if pack.labels.of(fact).is_none() {
        return Some(format!(
            "fact `{name}`, which has no name: add it to a file in `labels/`, in both languages"
        ));
    }
    let (vocabulary, value) = about.split_once('.')?;
    let known = pack
        .vocabulary(vocabulary)
        .iter()
        .any(|known| known == value);
    (!known).then(|| format!("fact `{fact}`, and vocabulary `{vocabulary}` has no `{value}`"))
}
