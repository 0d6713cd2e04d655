//! `check --profile` tells where the time goes, and changes no result.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use ciieval::pack::Pack;
use common::ciieval;
use std::collections::BTreeSet;

const DOSSIER: &str = "fixtures/dossiers/huaheng.yaml";

#[test]
fn every_clause_asked_for_is_listed_once_and_results_stay() {
    let plain = ciieval(&["check", DOSSIER, "--class", "response", "--format", "json"]);
    let ran = ciieval(&[
        "check",
        DOSSIER,
        "--class",
        "response",
        "--format",
        "json",
        "--profile",
    ]);
    assert_eq!((&ran.out, ran.code), (&plain.out, plain.code));
    let pack = Pack::load(&[]).unwrap();
    let class = pack
        .catalogue
        .classes
        .iter()
        .find(|class| class.id == "response");
    let terms = pack.catalogue.terms_of(class.unwrap());
    let asked: BTreeSet<String> = terms
        .flat_map(|term| pack.catalogue.clauses_of(term))
        .map(|clause| clause.id.as_str().to_owned())
        .collect();
    let listed: Vec<String> = ran
        .err
        .lines()
        .filter_map(|line| line.rsplit_once("  "))
        .map(|(_, id)| id.to_owned())
        .filter(|id| {
            pack.catalogue
                .clauses
                .keys()
                .any(|known| known.as_str() == id)
        })
        .collect();
    assert_eq!(listed.len(), asked.len(), "{}", ran.err);
    assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), asked);
}

#[test]
fn times_are_of_phases_packages_and_rules() {
    let ran = ciieval(&["check", DOSSIER, "--profile"]);
    let milliseconds = |name: &str| -> f64 {
        let line = ran.err.lines().find(|line| line.trim_end().ends_with(name));
        let line = line.unwrap_or_else(|| panic!("no line of `{name}` in\n{}", ran.err));
        line.split_whitespace().next().unwrap().parse().unwrap()
    };
    assert!(ran.err.contains("profile of 1 dossiers"), "{}", ran.err);
    for phase in [" read", " parse and check", " evaluate", " report"] {
        assert!(milliseconds(phase) > 0.0, "{}", ran.err);
    }
    let package = milliseconds(" ciieval.assurance.organization");
    let rule = milliseconds(" technical_director  8.1.e");
    assert!(
        rule > 0.0 && rule < package && package < milliseconds(" rules"),
        "{}",
        ran.err
    );
}

#[test]
fn results_of_earlier_runs_have_no_times() {
    let ran = ciieval(&["check", DOSSIER, "--profile", "--cache", "x"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
}
