//! The built-in pack as a whole: its Rego tests and lint, and what every rule owes to every dossier.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc
)]

use ciieval::engine::Engine;
use ciieval::lint::lint;
use ciieval::outcome::{Outcome, Status};
use ciieval::pack::{Clause, Pack};
use ciieval::rego_test::{self, Options, Percent};
use regex::Regex;
use serde_json::{Value, json};
use std::fs;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(60);

#[test]
fn rego_tests_pass_and_evaluate_every_clause_rule() {
    let report = rego_test::run(&Pack::load(&[]).unwrap(), &options(None)).unwrap();
    assert_eq!(
        report.summary.failed,
        0,
        "{}",
        rego_test::text::render(&report, false)
    );
    assert!(
        report.tests.len() >= 1700,
        "only {} tests were found",
        report.tests.len()
    );
    assert_eq!(report.files_without_tests, [""; 0]);
    let coverage = report.coverage.unwrap();
    assert_eq!(coverage.clauses_not_covered, []);
    assert_eq!(coverage.clauses.total, 311);
    let least = Percent::parse("95").unwrap();
    assert!(coverage.lines.percent >= least, "{:?}", coverage.lines);
}

/// Tests whose names match, with coverage.
fn options(run: Option<&str>) -> Options {
    Options {
        limit: LIMIT,
        run: run.map(|pattern| pattern.parse().unwrap()),
        coverage: true,
        threshold: None,
    }
}

#[test]
fn lint_finds_nothing_but_what_the_standard_contradicts() {
    let found = lint(&Pack::load(&[]).unwrap(), None).unwrap();
    let problems: Vec<String> = found.problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    let notes: Vec<&str> = found
        .notes
        .iter()
        .map(|note| note.message.as_str())
        .collect();
    assert_eq!(notes.len(), 1, "{notes:?}");
    let difference = "`development` prints 15 clauses and 4 mandatory ones, the rules decide 15 and 5: explained under `differs` of clause 9.3.2.g (development/secure_development.rego:";
    assert!(notes[0].starts_with(difference), "{notes:?}");
}

#[test]
fn an_empty_dossier_is_no_evidence_for_any_clause_and_every_clause_says_so() {
    let evidence = json!({"assessment": {"reference_date": "2026-06-30", "classes": ["consulting"]}, "provider": {"name": "x"}});
    for (id, outcome) in outcomes(&evidence) {
        assert_eq!(outcome.status, Status::NoEvidence, "{id}");
        assert!(
            outcome
                .checks
                .iter()
                .any(|check| check.missing && check.actual.is_null()),
            "{id} does not say what is missing"
        );
    }
}

#[test]
fn taking_evidence_away_never_satisfies_and_never_raises() {
    let whole = exemplary();
    let before = outcomes(&whole);
    for register in whole
        .as_object()
        .unwrap()
        .keys()
        .filter(|key| *key != "assessment")
    {
        let mut less = whole.clone();
        less.as_object_mut().unwrap().remove(register);
        for ((id, was), (_, is)) in before.iter().zip(outcomes(&less)) {
            assert_ne!(
                is.status,
                Status::Error,
                "{id} without {register}: {:?}",
                is.message
            );
            assert!(
                !is.checks.is_empty(),
                "{id} without {register} explains nothing"
            );
            assert!(
                was.status.counts() || !is.status.counts(),
                "{id} is satisfied without {register}"
            );
        }
    }
}

#[test]
fn every_fact_has_a_name_in_both_languages() {
    let pack = Pack::load(&[]).unwrap();
    let full = outcomes(&exemplary());
    let none = outcomes(&json!({"assessment": {"reference_date": "2026-06-30"}}));
    for (id, outcome) in full.into_iter().chain(none) {
        for check in outcome.checks {
            let label = pack
                .labels
                .of(&check.fact)
                .unwrap_or_else(|| panic!("{id}: fact `{}` has no label", check.fact));
            assert!(
                !label.zh.is_empty() && !label.en.is_empty(),
                "{}",
                check.fact
            );
            if let Some((vocabulary, value)) = check
                .fact
                .split_once('/')
                .and_then(|(_, about)| about.split_once('.'))
            {
                let named = pack
                    .vocabulary(vocabulary)
                    .iter()
                    .any(|known| known == value);
                assert!(named, "{id}: `{}` names no vocabulary value", check.fact);
            }
        }
    }
}

#[test]
fn judgement_is_annotated_where_a_check_leaves_room_for_it() {
    let pack = Pack::load(&[]).unwrap();
    let none = outcomes(&json!({"assessment": {"reference_date": "2026-06-30"}}));
    for (id, outcome) in outcomes(&exemplary()).into_iter().chain(none) {
        let clause = pack
            .catalogue
            .clauses
            .values()
            .find(|clause| clause.id.as_str() == id)
            .unwrap();
        if outcome.checks.iter().any(|check| check.judgement) {
            assert!(
                clause.judgement.is_some(),
                "{id} has a check an assessor may settle and does not say what is judged"
            );
        }
    }
}

fn exemplary() -> Value {
    serde_yaml::from_str(&fs::read_to_string("fixtures/dossiers/huaheng.yaml").unwrap()).unwrap()
}

fn outcomes(evidence: &Value) -> Vec<(String, Outcome)> {
    let pack = Pack::load(&[]).unwrap();
    let mut engine = Engine::new(&pack, LIMIT).unwrap();
    let clauses: Vec<&Clause> = pack.catalogue.clauses.values().collect();
    let found = engine.evaluate(evidence, &clauses).unwrap();
    clauses
        .iter()
        .map(|clause| clause.id.to_string())
        .zip(found)
        .collect()
}

#[test]
fn the_example_pack_of_the_guide_works() {
    let pack = Pack::load(&["examples/packs/regional".into()]).unwrap();
    assert_eq!(lint(&pack, None).unwrap().problems, []);
    let report = rego_test::run(&pack, &options(Some("^regional"))).unwrap();
    assert_eq!((report.summary.passed, report.summary.failed), (2, 0));
    let clause = pack
        .catalogue
        .clauses
        .values()
        .find(|clause| clause.id.as_str() == "6.2.b")
        .unwrap();
    assert_eq!(clause.package, "regional.capital");
    let outcome = Engine::new(&pack, LIMIT)
        .unwrap()
        .evaluate(&exemplary(), &[clause])
        .unwrap()
        .remove(0);
    assert_eq!(outcome.status, Status::Satisfied);
    assert_eq!(
        outcome.checks.last().map(|check| check.fact.as_str()),
        Some("regional.office")
    );
}

/// The engine looks through all files wherever a rule of another package is indexed by a value: in a loop
/// that is most of what the rule takes.
#[test]
fn no_rule_indexes_a_rule_of_another_package() {
    let pack = Pack::load(&[]).unwrap();
    let import = Regex::new(r"(?m)^import data\.(?:\S+\.)?(\w+?)(?: as (\w+))?$").unwrap();
    let mut found = Vec::new();
    for file in &pack.modules {
        for names in import.captures_iter(&file.text) {
            let name = names.get(2).or(names.get(1)).unwrap().as_str();
            let indexed = Regex::new(&format!(r"\b{name}(?:\.\w+)+\[[^\x22]")).unwrap();
            let lines = file.text.lines().filter(|line| !line.starts_with('#'));
            let lines = lines.filter(|line| indexed.is_match(line));
            found.extend(lines.map(|line| format!("{}: {}", file.path, line.trim())));
        }
    }
    // Once for a class, and the classes are few.
    found.retain(|line| !line.starts_with("lib/reuse.rego"));
    assert_eq!(found, [""; 0], "give the rule a name in this package");
}
