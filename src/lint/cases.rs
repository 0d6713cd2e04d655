//! What cases show of the clauses of a pack: that each can count, and that each can fail. A rule that
//! always says the same is no rule.

use std::collections::{BTreeMap, BTreeSet};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::cases::{Case, Cases};
use crate::engine::Engine;
use crate::outcome::Status;
use crate::pack::catalogue::ClauseId;
use crate::pack::{Clause, Pack, PackError};

/// What the rule of a clause gave for a case.
type Given<'c> = Result<(&'c ClauseId, Status), PackError>;

/// The clauses of the uppermost pack that none of the cases shows to count or none to fail, and the
/// cases that cannot be evaluated.
///
/// # Errors
/// Whatever keeps the rules from being loaded.
pub fn unshown(
    pack: &Pack,
    cases: &Cases,
    limit: Duration,
) -> Result<Vec<PackError>, Vec<PackError>> {
    let engine = Engine::new(pack, limit)?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = cases.cases.len().div_ceil(threads).max(1);
    let given: Vec<Given<'_>> = thread::scope(|scope| {
        let parts: Vec<_> = cases
            .cases
            .chunks(share)
            .map(|part| {
                let mut engine = engine.clone();
                scope.spawn(move || {
                    let given = part.iter();
                    let given = given.map(|case| status(pack, case, &cases.exemplary, &mut engine));
                    given.collect::<Vec<_>>()
                })
            })
            .collect();
        let parts = parts.into_iter();
        parts
            .filter_map(|part| part.join().ok())
            .flatten()
            .collect()
    });
    let mut seen: BTreeMap<&ClauseId, BTreeSet<Status>> = BTreeMap::new();
    let mut problems = Vec::new();
    for given in given {
        match given {
            Ok((id, status)) => {
                seen.entry(id).or_default().insert(status);
            }
            Err(problem) => problems.push(problem),
        }
    }
    let clauses = pack.catalogue.clauses.values();
    let clauses = clauses.filter(|clause| pack.is_on_top(&clause.file));
    problems.extend(clauses.filter_map(|clause| lacking(clause, seen.get(&clause.id))));
    Ok(problems)
}

fn status<'p>(pack: &'p Pack, case: &Case, exemplary: &Value, engine: &mut Engine) -> Given<'p> {
    let problem = |message: &str| PackError::new(&case.file, message);
    let clause = pack.catalogue.clauses.get(&ClauseId::new(&case.clause));
    let clause = clause.ok_or_else(|| problem(&format!("clause {} is of no pack", case.clause)))?;
    let of = |message: String| {
        problem(&format!(
            "{}: {}: {message}",
            case.clause, case.written.case.en
        ))
    };
    let dossier = case.dossier(exemplary).map_err(of)?;
    let outcomes = engine.evaluate(&dossier, &[clause]);
    let outcomes = outcomes.map_err(|error| of(error.to_string()))?;
    let status = outcomes
        .first()
        .map_or(Status::Error, |outcome| outcome.status);
    Ok((&clause.id, status))
}

fn lacking(clause: &Clause, seen: Option<&BTreeSet<Status>>) -> Option<PackError> {
    let what = match seen {
        None => "has no case",
        Some(seen) if !seen.contains(&Status::Satisfied) => "is satisfied in no case",
        Some(seen) if !seen.contains(&Status::NotSatisfied) => "fails in no case",
        Some(_) => return None,
    };
    let message = format!("clause {} {what}", clause.id);
    Some(PackError::new(&clause.file, &message).at(clause.line))
}
