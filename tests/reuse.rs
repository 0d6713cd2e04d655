//! Reuse of people across classes (7.4): what the rules decide, what clauses then count, and what the
//! report says of it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc
)]

mod common;

use ciieval::evaluation::{Evaluated, Evaluation};
use ciieval::outcome::Status;
use ciieval::pack::Pack;
use ciieval::report::model::Report;
use ciieval::reuse::DecidedBy;
use common::{clause, evaluated, evidence, folder, pack, report_on};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

const SIX: [&str; 6] = [
    "consulting",
    "training",
    "development",
    "protection",
    "confrontation",
    "response",
];

fn built_in(more: &[&str]) -> Pack {
    let folders: Vec<PathBuf> = more.iter().map(|name| folder(name)).collect();
    Pack::load(&folders).unwrap()
}

/// A person whom clauses of all six classes count.
fn expert(pack: &Pack, id: &str) -> Value {
    let vocabulary = |name: &str| {
        let entries = pack.data["vocabulary"][name].as_object().unwrap();
        entries.keys().cloned().collect::<Vec<String>>()
    };
    let services = vocabulary("services");
    let worked = services
        .iter()
        .map(|service| json!({"service": service, "from": "2016-01-01"}));
    let took_part = services.iter().flat_map(|service| {
        (0..3).map(move |n| {
            json!({"name": format!("{service} {n}"), "services": [service], "from": "2022-01-01"})
        })
    });
    let held = ["cisp", "cisp_auditor", "cryptography_technician"].map(certificate);
    json!({
        "id": id, "name": format!("专家{id}"), "posts": ["developer"], "employment": {"from": "2015-01-01"},
        "security_experience": [{"from": "2015-01-01"}],
        "service_experience": worked.collect::<Vec<_>>(),
        "earlier_projects": took_part.collect::<Vec<_>>(),
        "attack_defense_projects": [{"name": "x", "date": "2025-01-01"}],
        "assessments": [{"topics": vocabulary("knowledge_topics"), "date": "2026-01-01", "result": "passed"}],
        "certificates": held,
    })
}

fn certificate(kind: &str) -> Value {
    json!({"kind": kind, "valid_from": "2025-01-01"})
}

fn claimed() -> Value {
    json!({"kind": "other_security", "valid_from": "2025-01-01", "claimed_equivalent_to": "cisp"})
}

/// Experts, one who names classes, one who holds a post, one with certificates of one class, and one who
/// only claims a certificate.
fn staff(pack: &Pack) -> Vec<Value> {
    let mut named = expert(pack, "named");
    named["counted_for"] = json!(["response", "training"]);
    let simple = |id: &str, post: &str, certificates: Value| {
        json!({
            "id": id, "name": id, "posts": [post], "employment": {"from": "2015-01-01"},
            "certificates": certificates,
        })
    };
    let senior = certificate("classified_protection_senior_assessor");
    vec![
        expert(pack, "e1"),
        expert(pack, "e2"),
        named,
        simple("developer", "developer", json!([])),
        simple("senior", "service_technician", json!([senior])),
        simple("claims", "developer", json!([claimed()])),
    ]
}

fn dossier(people: &[Value], classes: &[&str]) -> Value {
    json!({"assessment": {"reference_date": "2026-11-22", "classes": classes}, "people": people})
}

/// Class to the people whom the checks that decide its own clauses count or, where `field` says so, to
/// those whom an assessor may accept.
fn by_class<'e>(
    evaluations: &'e [Evaluation],
    field: fn(&ciieval::outcome::Check) -> &Vec<Value>,
) -> BTreeMap<&'e str, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for evaluation in evaluations {
        let ids: &mut BTreeSet<String> = found.entry(evaluation.class.id.as_str()).or_default();
        let own = evaluation
            .clauses
            .iter()
            .filter(|result| Some(&result.term.id) == evaluation.class.term.as_ref());
        let checks = own.flat_map(|result| &result.outcome.checks);
        for check in checks.filter(|check| check.path == "people" && !check.information) {
            ids.extend(
                field(check)
                    .iter()
                    .filter_map(Value::as_str)
                    .map(str::to_owned),
            );
        }
    }
    found
}

fn classes_of<'e>(found: &BTreeMap<&'e str, BTreeSet<String>>, id: &str) -> BTreeSet<&'e str> {
    let holding = found.iter().filter(|(_, ids)| ids.contains(id));
    holding.map(|(class, _)| *class).collect()
}

#[test]
fn nobody_counts_in_a_fourth_class_not_even_by_what_an_assessor_may_accept() {
    let pack = built_in(&[]);
    let people = staff(&pack);
    let found = evaluated(&pack, &dossier(&people, &SIX), &SIX);
    let counted = by_class(&found.evaluations, |check| &check.items);
    let open = by_class(&found.evaluations, |check| &check.claimed);
    let either = |id: &str| &classes_of(&counted, id) | &classes_of(&open, id);
    for person in &people {
        let id = person["id"].as_str().unwrap();
        assert!(either(id).len() <= 3, "{id}: {:?}", either(id));
    }
    let first = BTreeSet::from(["consulting", "training", "development"]);
    assert_eq!(classes_of(&counted, "e1"), first);
    assert_eq!(
        classes_of(&counted, "named"),
        BTreeSet::from(["response", "training"])
    );
    assert_eq!(
        classes_of(&counted, "developer"),
        BTreeSet::from(["development"])
    );
    assert_eq!(
        classes_of(&counted, "senior"),
        BTreeSet::from(["consulting"])
    );
}

#[test]
fn what_an_assessor_may_accept_fills_what_is_left_of_the_three() {
    let pack = built_in(&[]);
    let claimant = |id: &str| {
        json!({
            "id": id, "name": id, "posts": ["developer"], "employment": {"from": "2015-01-01"},
            "certificates": [claimed()],
        })
    };
    let people = [claimant("a"), claimant("b")];
    let found = evaluated(&pack, &dossier(&people, &SIX), &SIX);
    let counted = by_class(&found.evaluations, |check| &check.items);
    let open = by_class(&found.evaluations, |check| &check.claimed);
    assert_eq!(classes_of(&counted, "a"), BTreeSet::from(["development"]));
    assert_eq!(
        classes_of(&open, "a"),
        BTreeSet::from(["consulting", "training", "development"])
    );
}

/// A person with some of what an expert has.
fn somebody(pack: &Pack, random: &mut oorandom::Rand32, id: usize) -> Value {
    let mut person = expert(pack, &format!("p{id:02}"));
    let object = person.as_object_mut().unwrap();
    for key in [
        "security_experience",
        "attack_defense_projects",
        "assessments",
    ] {
        if random.rand_range(0..4) == 0 {
            object.remove(key);
        }
    }
    let classes: Vec<&str> = SIX
        .into_iter()
        .filter(|_| random.rand_range(0..2) == 0)
        .collect();
    let of_some = |service: &str| classes.iter().any(|class| service.starts_with(class));
    for (key, service) in [
        ("service_experience", "/service"),
        ("earlier_projects", "/services/0"),
    ] {
        let entries = object[key].as_array_mut().unwrap();
        entries.retain(|entry| of_some(entry.pointer(service).unwrap().as_str().unwrap()));
    }
    let certificates = [
        vec![],
        vec![certificate("cisp")],
        vec![certificate("cisp_auditor")],
        vec![certificate("pmp")],
        vec![claimed()],
    ];
    let held = random.rand_range(0..9) as usize;
    object["certificates"] = json!(certificates.get(held).unwrap_or(&vec![]));
    if random.rand_range(0..2) == 0 {
        object["posts"] = json!(["service_technician"]);
    }
    if random.rand_range(0..5) == 0 {
        object.insert("counted_for".to_owned(), json!(["training", "response"]));
    }
    person
}

#[test]
fn people_count_where_they_would_count_alone_but_for_what_comes_after_three() {
    let pack = built_in(&[]);
    let mut random = oorandom::Rand32::new(7);
    let people: Vec<Value> = (0..30).map(|id| somebody(&pack, &mut random, id)).collect();
    // Applied for alone, a class counts everybody whom its clauses count.
    let mut alone: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for class in SIX {
        let found = evaluated(&pack, &dossier(&people, &[class]), &[class]);
        alone.insert(
            class,
            by_class(&found.evaluations, |check| &check.items)[class].clone(),
        );
    }
    let mut limited = 0;
    for classes in [&SIX[..], &SIX[1..], &SIX[2..], &SIX[3..]] {
        let found = evaluated(&pack, &dossier(&people, classes), classes);
        let counted = by_class(&found.evaluations, |check| &check.items);
        let open = by_class(&found.evaluations, |check| &check.claimed);
        for person in &people {
            let id = person["id"].as_str().unwrap();
            let would = classes.iter().filter(|class| alone[*class].contains(id));
            let would: Vec<&str> = would.copied().collect();
            let expected: BTreeSet<&str> = would.iter().take(3).copied().collect();
            assert_eq!(classes_of(&counted, id), expected, "{id} in {classes:?}");
            let either = &expected | &classes_of(&open, id);
            assert!(either.len() <= 3, "{id} in {classes:?}: {either:?}");
            limited += usize::from(would.len() > 3);
        }
    }
    assert!(limited > 10, "{limited}");
}

#[test]
fn without_the_limit_clauses_of_all_six_classes_would_count_an_expert() {
    // One class at a time, nothing is limited: the test above cannot pass for want of experts.
    let pack = built_in(&[]);
    let people = [expert(&pack, "e1"), expert(&pack, "e2")];
    for class in SIX {
        let found = evaluated(&pack, &dossier(&people, &[class]), &[class]);
        let counted = by_class(&found.evaluations, |check| &check.items);
        assert!(counted[class].contains("e1"), "{class}");
        assert!(found.reuse.unwrap().unwrap().people.is_empty());
    }
}

#[test]
fn the_report_lists_whom_the_limit_and_the_dossier_leave_out() {
    let pack = built_in(&[]);
    let people = staff(&pack);
    let found = evaluated(&pack, &dossier(&people, &SIX), &SIX);
    let counted = by_class(&found.evaluations, |check| &check.items);
    let reuse = found.reuse.unwrap().unwrap();
    assert_eq!(
        (reuse.most_classes, reuse.classes.as_slice()),
        (3, &SIX.map(str::to_owned)[..])
    );
    let listed: Vec<(&str, DecidedBy)> = reuse
        .people
        .iter()
        .map(|person| (person.id.as_str(), person.decided_by))
        .collect();
    assert_eq!(
        listed,
        [
            ("claims", DecidedBy::Order),
            ("e1", DecidedBy::Order),
            ("e2", DecidedBy::Order),
            ("named", DecidedBy::Name)
        ]
    );
    for person in &reuse.people {
        let certain = |class: &&str| !person.only_if_accepted.iter().any(|open| open == class);
        let counts: BTreeSet<&str> = person
            .counted_in
            .iter()
            .map(String::as_str)
            .filter(certain)
            .collect();
        assert_eq!(counts, classes_of(&counted, &person.id), "{}", person.id);
        assert!(!person.not_counted_in.is_empty());
    }
    let named = reuse.people.last().unwrap();
    assert_eq!(named.name, "专家named");
    assert_eq!(
        named.not_counted_in,
        ["consulting", "development", "protection", "confrontation"]
    );
}

#[test]
fn the_decision_rests_on_the_classes_applied_for_and_the_report_says_so() {
    let pack = built_in(&[]);
    let people = [expert(&pack, "e1")];
    let ids = |report: &Report| -> Vec<String> {
        let reuse = report.dossiers[0].reuse.as_ref().unwrap();
        reuse.notes.iter().map(|note| note.id.clone()).collect()
    };
    let six = dossier(&people, &SIX);
    assert!(ids(&report_on(&pack, &six, &SIX)).is_empty());
    // Evaluated alone, the class still counts only whom the application leaves it.
    let response = report_on(&pack, &six, &["response"]);
    assert_eq!(ids(&response), ["rests_on_classes_applied_for"]);
    let found = evaluated(&pack, &six, &["response"]);
    assert!(by_class(&found.evaluations, |check| &check.items)["response"].is_empty());
    // A class that is not applied for leaves nobody out.
    let other = dossier(&people, &["consulting"]);
    assert_eq!(
        ids(&report_on(&pack, &other, &["response"])),
        ["rests_on_classes_applied_for"]
    );
    // A class that another standard evaluates makes no difference.
    let with_assessment = dossier(&people, &["consulting", "assessment"]);
    assert!(
        ids(&report_on(
            &pack,
            &with_assessment,
            &["consulting", "assessment"]
        ))
        .is_empty()
    );
}

#[test]
fn every_clause_that_counts_people_of_a_class_is_listed_for_it() {
    let pack = built_in(&[]);
    let listing = |class: &str| {
        let package = format!("package ciieval.{class}.counting\n");
        let file = pack
            .modules
            .iter()
            .find(|file| file.text.contains(&package));
        file.unwrap().text.clone()
    };
    let mut seen = 0;
    for file in &pack.modules {
        if file.path.contains("lib/") {
            continue;
        }
        let package = ciieval::pack::annotation::package(&file.text).unwrap();
        for call in file.text.split("personnel.enough_people(").skip(1) {
            let mut arguments = call.split(", ");
            let class = arguments.next().unwrap().trim_matches('"');
            let criteria = arguments.nth(1).unwrap();
            let end = criteria.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
            let criteria = criteria.get(..end.unwrap()).unwrap();
            let entry = format!("\tdata.{package}.{criteria},\n");
            assert!(
                listing(class).contains(&entry),
                "{}: `{criteria}` is not in the counting.rego of {class}",
                file.path
            );
            seen += 1;
        }
    }
    assert_eq!(seen, 67);
}

#[test]
fn a_class_of_an_extension_is_one_of_the_three() {
    let pack = built_in(&["counting"]);
    let people = [expert(&pack, "e1")];
    let counts = |classes: &[&str]| {
        let found = evaluated(&pack, &dossier(&people, classes), &["other"]);
        clause(&found.evaluations[0], "9.8.1.a").status
    };
    assert_eq!(counts(&["other"]), Status::Satisfied);
    assert_eq!(
        counts(&["other", "training", "consulting"]),
        Status::Satisfied
    );
    // Extensions come last.
    assert_eq!(
        counts(&["other", "training", "consulting", "response"]),
        Status::NotSatisfied
    );
}

#[test]
fn a_pack_without_such_a_rule_says_nothing_about_reuse() {
    let report = report_on(&pack(&[]), &evidence(&json!({})), &["alpha"]);
    let dossier = &report.dossiers[0];
    assert!(dossier.reuse.is_none() && dossier.reuse_error.is_none());
    assert!(!report.is_incomplete());
}

#[test]
fn a_rule_that_no_file_has_stops_everything() {
    let made = tempfile::tempdir().unwrap();
    let manifest = "id: test/misspelt\nversion: 1.0.0\nreuse: ciieval.lib.reuse.decision\n";
    std::fs::write(made.path().join("pack.yaml"), manifest).unwrap();
    let problems = Pack::load(&[made.path().to_owned()]).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].to_string().ends_with(
            "pack.yaml: `reuse` names rule `ciieval.lib.reuse.decision`, which no file of the packs has"
        ),
        "{}",
        problems[0]
    );
}

#[test]
fn a_decision_that_fails_is_said_and_leaves_the_clauses_alone() {
    let pack = pack(&["reuse_raising"]);
    for (name, said) in [
        ("raises", "conflicts"),
        ("odd", "gave no decision on reuse: invalid type"),
        (
            "silent",
            "rule `test.reuse_raising.decisions` gave no value",
        ),
    ] {
        let evidence = evidence(&json!({"provider": {"name": name}}));
        let found: Evaluated = evaluated(&pack, &evidence, &["alpha"]);
        assert_eq!(found.evaluations[0].score.points.decimal(), "100");
        let report = report_on(&pack, &evidence, &["alpha"]);
        let message = report.dossiers[0].reuse_error.clone().unwrap();
        assert!(message.contains(said), "{message}");
        assert!(report.dossiers[0].reuse.is_none());
        assert!(report.is_incomplete() && report.all_pass());
    }
}
