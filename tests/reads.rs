//! What evidence clauses read: against facts known from the standard, and against what the rules do when
//! evidence is taken away.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use ciieval::engine::Engine;
use ciieval::pack::catalogue::ClauseId;
use ciieval::pack::{Clause, Pack};
use ciieval::reads::{Evidence, Reads};
use serde_json::Value;
use std::time::Duration;

fn read() -> (Pack, Reads) {
    let pack = Pack::load(&[]).unwrap();
    let reads = Reads::new(&pack).unwrap();
    (pack, reads)
}

fn of<'r>(reads: &'r Reads, id: &str) -> &'r Evidence {
    reads.of(&ClauseId::new(id)).unwrap()
}

fn parts(reads: &Reads, id: &str) -> Vec<String> {
    of(reads, id).parts.iter().cloned().collect()
}

fn words(reads: &Reads, id: &str, vocabulary: &str) -> Vec<String> {
    let words = of(reads, id).words.get(vocabulary);
    words.into_iter().flatten().cloned().collect()
}

#[test]
fn parts_are_those_that_the_standard_asks_about() {
    let (_, reads) = read();
    assert_eq!(
        parts(&reads, "6.2.d"),
        [
            "provider.established_on",
            "provider.security_services_since"
        ]
    );
    assert_eq!(parts(&reads, "6.2.f"), ["facilities", "tools"]);
    assert_eq!(parts(&reads, "8.1.a"), ["documents"]);
    assert_eq!(parts(&reads, "8.1.d"), ["people"]);
    assert_eq!(parts(&reads, "8.1.h"), ["people", "projects"]);
    assert_eq!(
        parts(&reads, "8.12.a"),
        ["documents", "strategy.investments"]
    );
    // The clauses of a class count people; whoever else counts them adds nothing to what one clause reads.
    assert_eq!(parts(&reads, "9.1.1.d"), ["people"]);
    assert_eq!(parts(&reads, "9.1.5.f"), ["cryptography"]);
}

#[test]
fn words_belong_to_the_vocabularies_they_are_meant_in() {
    let (_, reads) = read();
    assert_eq!(
        words(&reads, "8.1.a", "document_kinds"),
        ["service_process"]
    );
    // Two of the six parts of a file are topics of documents too.
    assert_eq!(words(&reads, "8.1.b", "personnel_file_parts").len(), 6);
    assert_eq!(
        words(&reads, "8.1.b", "document_topics"),
        ["appraisal", "daily_management", "departure", "recruitment"]
    );
    // A key of posts, and not what a commitment lays down.
    assert!(words(&reads, "8.1.e", "confidentiality_commitment_terms").is_empty());
    assert_eq!(
        words(&reads, "8.2.1.b", "service_plan_contents"),
        ["deliverables", "schedule"]
    );
    // Tools for project management are the ones that do not count.
    assert!(words(&reads, "6.2.f", "tool_kinds").is_empty());
    assert_eq!(
        words(&reads, "9.1.1.b", "qualifications"),
        ["isms", "risk_assessment_service"]
    );
    assert_eq!(
        words(&reads, "9.1.4.f", "tool_kinds"),
        ["data_security_assessment", "risk_assessment"]
    );
    assert_eq!(
        words(&reads, "9.4.1.a", "services"),
        ["protection.asset_discovery"]
    );
}

#[test]
fn every_clause_reads_something() {
    let (pack, reads) = read();
    for id in pack.catalogue.clauses.keys() {
        assert!(!reads.of(id).unwrap().parts.is_empty(), "{id}");
    }
}

/// Whoever takes evidence away changes only clauses that read it: nothing that decides is left out.
#[test]
fn what_changes_a_clause_is_among_what_it_reads() {
    let (pack, reads) = read();
    let clauses: Vec<&Clause> = pack.catalogue.clauses.values().collect();
    let text = std::fs::read_to_string("fixtures/cases/exemplary.yaml").unwrap();
    let whole: Value = serde_yaml::from_str(&text).unwrap();
    let mut engine = Engine::new(&pack, Duration::from_secs(60)).unwrap();
    let before = engine.evaluate(&whole, &clauses).unwrap();
    let mut changes = 0;
    let keys = whole.as_object().unwrap().keys();
    for key in keys.filter(|key| !["schema", "assessment"].contains(&key.as_str())) {
        let mut less = whole.clone();
        less.as_object_mut().unwrap().remove(key);
        let after = engine.evaluate(&less, &clauses).unwrap();
        for ((clause, before), after) in clauses.iter().zip(&before).zip(&after) {
            if before.status != after.status {
                changes += 1;
                let read = reads.of(&clause.id).unwrap();
                assert!(
                    read.registers().contains(key.as_str()),
                    "{} without {key}",
                    clause.id
                );
            }
        }
    }
    assert!(changes > 311, "{changes}");
}

#[test]
fn a_pack_of_ones_own_is_read_like_the_built_in_one() {
    let pack = Pack::load(&["examples/packs/regional".into()]).unwrap();
    let reads = Reads::new(&pack).unwrap();
    let read = of(&reads, "6.2.b");
    assert!(read.parts.contains("facilities"), "{:?}", read.parts);
}
