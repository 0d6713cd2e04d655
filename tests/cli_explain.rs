//! `ciieval explain`: everything about one clause, and about it in a dossier.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use ciieval::engine::Engine;
use ciieval::explain::exemplary;
use ciieval::outcome::Status;
use ciieval::pack::{Clause, Pack};
use common::{ciieval, write};
use serde_json::Value;
use std::time::Duration;

fn json(arguments: &[&str]) -> Value {
    let mut all = vec!["explain", "--format", "json"];
    all.extend(arguments);
    let ran = ciieval(&all);
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn a_clause_is_explained_in_both_languages() {
    let ran = ciieval(&["explain", "8.1.d", "--lang", "en"]);
    assert_eq!(ran.code, 0);
    for said in [
        "8.1.d Graduates, mandatory\n",
        "8.1 Organization management, weight 5 %; each of its 10 clauses is worth 0.5 points",
        "at least 70 % hold a bachelor's degree or higher",
        "Evidence it reads\n  people People\n",
        "The rule, assurance/organization.rego:",
        "  graduate_share := outcomes.of(",
        "      level: bachelor\n",
    ] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
    let chinese = ciieval(&["explain", "8.1.d", "--lang", "zh"]).out;
    assert!(
        chinese.starts_with("8.1.d 本科及以上学历占比，必要项\n"),
        "{chinese}"
    );
    assert!(chinese.contains("每满足一个得 0.5 分"), "{chinese}");
}

#[test]
fn an_id_may_be_written_in_several_ways() {
    let [one, other, spaced] = ["8.1.j", "8.1j", "8.1 J"].map(|id| ciieval(&["explain", id]).out);
    assert!(one.starts_with("8.1.j "));
    assert_eq!(one, other);
    assert_eq!(one, spaced);
}

#[test]
fn what_is_no_clause_gets_an_answer_that_helps() {
    for (id, said) in [
        ("8.1.z", "there is no clause `8.1.z`, did you mean `8.1."),
        (
            "8.1",
            "`8.1` is no clause but has 10 of them, from 8.1.a to 8.1.j",
        ),
        ("9.5", "evaluated by T/CIIPA 00007"),
        (
            "nonsense",
            "there is no clause `nonsense`: `ciieval catalog` lists all",
        ),
        ("", "there is no clause ``"),
    ] {
        let ran = ciieval(&["explain", id]);
        assert_eq!(ran.code, 2, "{id}");
        assert!(ran.err.contains(said), "{id}: {}", ran.err);
        assert_eq!(ran.out, "");
    }
}

/// Examples are cut from the exemplary dossier as long as the rule is satisfied: that it is at first.
#[test]
fn the_exemplary_dossier_satisfies_every_clause() {
    let pack = Pack::load(&[]).unwrap();
    let clauses: Vec<&Clause> = pack.catalogue.clauses.values().collect();
    let mut engine = Engine::new(&pack, Duration::from_secs(60)).unwrap();
    let outcomes = engine.evaluate(&exemplary(), &clauses).unwrap();
    for (clause, outcome) in clauses.iter().zip(&outcomes) {
        assert_eq!(outcome.status, Status::Satisfied, "{}", clause.id);
    }
}

#[test]
fn an_example_is_a_dossier_that_satisfies_the_clause_and_has_little_else() {
    let folder = tempfile::tempdir().unwrap();
    for (id, registers) in [
        ("6.2.a", vec![]),
        ("8.1.a", vec!["documents"]),
        ("8.2.4.c", vec!["projects"]),
        ("8.13.d", vec!["incidents", "projects"]),
        ("9.1.4.f", vec!["tools"]),
    ] {
        let explained = json(&[id]);
        let example = &explained["example"];
        let keys = example.as_object().unwrap().keys();
        let mut own: Vec<&str> = keys.map(String::as_str).collect();
        own.retain(|key| !["schema", "assessment", "provider"].contains(key));
        own.sort_unstable();
        assert_eq!(own, registers, "{id}");
        let path = write(folder.path(), "a.json", example);
        let within = json(&[id, &path]);
        assert_eq!(within["dossier"]["result"]["status"], "satisfied", "{id}");
        assert_eq!(within["dossier"]["needed"], serde_json::json!([]));
    }
}

#[test]
fn long_lists_of_an_example_are_cut_in_text_only() {
    let text = ciieval(&["explain", "9.3.2.d", "--lang", "en"]).out;
    assert!(text.contains("  # … and 13 more of the same\n"), "{text}");
    let people = &json(&["9.3.2.d"])["example"]["people"];
    assert_eq!(people.as_array().unwrap().len(), 15);
}

#[test]
fn a_dossier_shows_what_it_lacks_and_where() {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = exemplary();
    let people = dossier["people"].as_array_mut().unwrap();
    for person in people.iter_mut().take(3) {
        person["education"]["level"] = "college".into();
    }
    let path = write(folder.path(), "a.json", &dossier);
    let ran = ciieval(&["explain", "8.1.d", &path, "--lang", "en"]);
    assert_eq!(ran.code, 0);
    for said in [
        "  not satisfied\n    ✗ share with a bachelor's degree or higher: found 55%, required ≥ 70%",
        "[at people, ",
        "a.json:1:",
        "What would satisfy it\n  - share with a bachelor's degree or higher: required ≥ 70%; falling short: p01, p02, p03",
    ] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
    let explained = json(&["8.1.d", &path]);
    assert_eq!(explained["dossier"]["needed"][0]["check"], 0);
    assert_eq!(explained["dossier"]["places"][0]["line"], 1);
}

#[test]
fn findings_are_shown_with_what_they_do() {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = exemplary();
    dossier["findings"] = serde_json::json!([{
        "clause": "8.1.d", "verdict": "not_satisfied", "assessor": "赵六", "date": "2026-06-20",
        "reason": "证书不实", "evidence": ["学信网查询"],
    }]);
    let path = write(folder.path(), "a.json", &dossier);
    let text = ciieval(&["explain", "8.1.d", &path, "--lang", "zh"]).out;
    assert!(text.contains("赵六") && text.contains("证书不实"), "{text}");
    assert!(text.contains("不满足"), "{text}");
}

#[test]
fn a_clause_of_classes_not_applied_for_is_evaluated_and_said_to_be_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = exemplary();
    dossier["assessment"]["classes"] = serde_json::json!(["consulting"]);
    let path = write(folder.path(), "a.json", &dossier);
    let explained = json(&["9.2.1.d", &path]);
    assert_eq!(explained["dossier"]["class"], "training");
    assert_eq!(explained["dossier"]["applied_for"], false);
}

#[test]
fn a_dossier_that_cannot_be_evaluated_is_no_explanation() {
    let ran = ciieval(&["explain", "8.1.d", "fixtures/dossiers"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .contains("there are 6 dossiers at `fixtures/dossiers`"),
        "{}",
        ran.err
    );
    let ran = ciieval(&["explain", "8.1.d", "fixtures/none.yaml"]);
    assert_eq!(ran.code, 3);
    let ran = ciieval(&[
        "explain",
        "8.1.d",
        "fixtures/bad/control-character/provider.yaml",
    ]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("provider.yaml:"), "{}", ran.err);
    assert_eq!(ran.out, "");
}

#[test]
fn a_clause_that_a_pack_replaces_is_explained_as_the_pack_decides_it() {
    let explained = json(&["6.2.b", "--policies", "examples/packs/regional"]);
    assert_eq!(explained["packs"].as_array().unwrap().len(), 2);
    assert_eq!(explained["clause"]["pack"], explained["packs"][1]["id"]);
    assert_eq!(
        explained["rule"]["file"],
        "examples/packs/regional/capital.rego"
    );
    assert!(
        explained["rule"]["text"]
            .as_str()
            .unwrap()
            .contains("regional.office")
    );
    // The exemplary dossier has half the capital that this pack asks for.
    assert_eq!(explained["example"], Value::Null);
    let text = ciieval(&[
        "explain",
        "6.2.b",
        "--policies",
        "examples/packs/regional",
        "--lang",
        "en",
    ])
    .out;
    assert!(text.contains("there is no example"), "{text}");
}

#[test]
fn the_documented_keys_are_those_that_are_written() {
    let page = std::fs::read_to_string("docs/provider.md").unwrap();
    let explained = json(&["8.1.d", "fixtures/cases/exemplary.yaml"]);
    let listed: Value =
        serde_json::from_str(&ciieval(&["catalog", "--format", "json"]).out).unwrap();
    for of in [
        &explained,
        &explained["clause"],
        &explained["rule"],
        &explained["dossier"],
        &listed,
    ] {
        for key in of.as_object().unwrap().keys() {
            assert!(page.contains(&format!("`{key}`")), "{key}");
        }
    }
}
