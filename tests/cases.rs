//! The cases of `fixtures/cases/`: every clause satisfied, not satisfied and without evidence, and on
//! both sides of every number and date, as data that is checked against the standard by reading.
//!
//! `CASES=9.1.1 cargo test --test cases -- --nocapture` runs those of the clauses that begin so.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use ciieval::cases::{self, Case, Cases};
use ciieval::dossier;
use ciieval::engine::Engine;
use ciieval::outcome::Status;
use ciieval::pack::Pack;
use ciieval::pack::catalogue::ClauseId;
use ciieval::schema::Schema;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

fn load() -> Cases {
    cases::load(Path::new("fixtures/cases")).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn pack() -> Pack {
    Pack::load(&["policies".into()]).unwrap()
}

/// What is wrong with a case: its dossier, or what the rule gives.
fn wrong(case: &Case, exemplary: &serde_json::Value, tools: &mut Tools) -> Option<String> {
    let dossier = match case.dossier(exemplary) {
        Ok(dossier) => dossier,
        Err(problem) => return Some(problem),
    };
    let mut complaints = dossier::complaints(&dossier, &tools.schema);
    complaints.retain(|complaint| !is_of_a_register_left_out(complaint, &dossier));
    if !complaints.is_empty() {
        return Some(format!("is no valid dossier: {}", complaints.join("; ")));
    }
    let Some(clause) = tools
        .pack
        .catalogue
        .clauses
        .get(&ClauseId::new(&case.clause))
    else {
        return Some("is of no clause of the pack".to_owned());
    };
    let outcomes = tools.engine.evaluate(&dossier, &[clause]).unwrap();
    outcomes
        .first()
        .and_then(|outcome| case.difference(outcome))
}

/// A case may leave out a whole register, and need not look after everything that refers to it.
fn is_of_a_register_left_out(complaint: &str, dossier: &serde_json::Value) -> bool {
    let register = complaint
        .strip_suffix("`, which the dossier does not have")
        .and_then(|rest| rest.rsplit('`').next());
    register.is_some_and(|register| dossier.get(register).is_none())
}

struct Tools<'p> {
    pack: &'p Pack,
    schema: Schema,
    engine: Engine,
}

impl<'p> Tools<'p> {
    fn new(pack: &'p Pack, engine: &Engine) -> Self {
        Self {
            pack,
            schema: Schema::new(pack).unwrap(),
            engine: engine.clone(),
        }
    }
}

#[test]
fn every_case_gives_the_status_it_says_for_the_reason_it_says() {
    let wanted = std::env::var("CASES").unwrap_or_default();
    let cases = load();
    let chosen: Vec<&Case> = cases
        .cases
        .iter()
        .filter(|case| case.clause.starts_with(&wanted))
        .collect();
    let pack = pack();
    let engine = Engine::new(&pack, Duration::from_secs(60)).unwrap();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let failures: Vec<String> = std::thread::scope(|scope| {
        let parts: Vec<_> = chosen
            .chunks(chosen.len().div_ceil(threads).max(1))
            .map(|part| {
                let mut tools = Tools::new(&pack, &engine);
                let exemplary = &cases.exemplary;
                scope.spawn(move || {
                    let failures = part.iter().filter_map(|case| {
                        let problem = wrong(case, exemplary, &mut tools)?;
                        Some(format!(
                            "{}: {}: {}: {problem}",
                            case.file, case.clause, case.written.case.en
                        ))
                    });
                    failures.collect::<Vec<_>>()
                })
            })
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap())
            .collect()
    });
    for failure in &failures {
        println!("{failure}");
    }
    println!("{} cases, {} wrong", chosen.len(), failures.len());
    assert!(
        failures.is_empty(),
        "{} of {} cases are wrong",
        failures.len(),
        chosen.len()
    );
}

#[test]
fn every_clause_has_a_satisfied_a_not_satisfied_and_a_no_evidence_case() {
    let cases = load();
    let pack = pack();
    let mut counts: BTreeMap<&ClauseId, BTreeMap<&str, usize>> = pack
        .catalogue
        .clauses
        .keys()
        .map(|id| (id, BTreeMap::new()))
        .collect();
    for case in &cases.cases {
        let status = match case.written.expect {
            Status::Satisfied => "satisfied",
            Status::NotSatisfied => "not satisfied",
            Status::NotApplicable => "not applicable",
            Status::NoEvidence => "no evidence",
            Status::Error => "error",
        };
        *counts.entry_of(&case.clause).entry(status).or_default() += 1;
    }
    println!("clause     cases  satisfied  not satisfied  no evidence  not applicable");
    for (id, of) in &counts {
        let count = |status| of.get(status).copied().unwrap_or_default();
        println!(
            "{:<10} {:>5}  {:>9}  {:>13}  {:>11}  {:>14}",
            id.as_str(),
            of.values().sum::<usize>(),
            count("satisfied"),
            count("not satisfied"),
            count("no evidence"),
            count("not applicable"),
        );
    }
    // Written past the test runner, which keeps what tests print to itself.
    writeln!(
        std::io::stderr(),
        "{} clauses, {} cases",
        counts.len(),
        cases.cases.len()
    )
    .unwrap();
    let lacking: Vec<String> = counts
        .iter()
        .flat_map(|(id, of)| {
            ["satisfied", "not satisfied", "no evidence"]
                .into_iter()
                .filter(|status| !of.contains_key(status))
                .map(move |status| format!("{id}: no case is {status}"))
        })
        .collect();
    assert!(lacking.is_empty(), "{lacking:#?}");
}

trait EntryOf<'a> {
    fn entry_of(&mut self, clause: &str) -> &mut BTreeMap<&'a str, usize>;
}

impl<'a> EntryOf<'a> for BTreeMap<&ClauseId, BTreeMap<&'a str, usize>> {
    fn entry_of(&mut self, clause: &str) -> &mut BTreeMap<&'a str, usize> {
        self.get_mut(&ClauseId::new(clause))
            .unwrap_or_else(|| panic!("no clause `{clause}`"))
    }
}
