//! Contradictions that no single clause sees: each kind where it is, where it is not, and on the boundary
//! day; what a scheme makes of them; and what two providers claim at once.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod common;
#[path = "common/workbook.rs"]
mod workbook;

use ciieval::contradictions;
use common::{Ran, check, evidence, write};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The kinds found in the test dossier with something changed.
fn kinds(patch: &Value) -> Vec<&'static str> {
    let found = contradictions::find(&evidence(patch));
    found.iter().map(|one| one.kind).collect()
}

fn people(people: &[Value]) -> Value {
    json!({ "people": people })
}

#[allow(clippy::needless_pass_by_value)] // Reads better where it is called.
fn person(id: &str, more: Value) -> Value {
    let mut person = json!({"id": id, "name": "张三"});
    person
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    person
}

#[test]
fn the_same_person_under_two_ids() {
    let two = |a, b| kinds(&people(&[person("a", a), person("b", b)]));
    let same = ["same_person"];
    assert_eq!(
        two(
            json!({"identity_number": "11x 1"}),
            json!({"identity_number": "11X1"})
        ),
        same
    );
    assert_eq!(
        two(
            json!({"born_on": "1990-01-01"}),
            json!({"born_on": "1990-01-01"})
        ),
        same
    );
    let born = |number: &str| json!({"born_on": "1990-01-01", "identity_number": number});
    assert_eq!(two(json!({"born_on": "1990-01-01"}), born("1")), same);
    // Told once, by the number.
    assert_eq!(two(born("1"), born("1")), same);
    // Namesakes, also of the same day, have other numbers.
    assert!(two(born("1"), born("2")).is_empty());
    assert!(
        two(
            json!({"born_on": "1990-01-01"}),
            json!({"born_on": "1990-01-02"})
        )
        .is_empty()
    );
    assert!(two(json!({}), json!({})).is_empty());
}

fn project(id: &str, from: &str, until: &str, team: &Value) -> Value {
    json!({"id": id, "name": id, "services": ["alpha.first"], "status": "completed",
           "from": from, "until": until, "team": team})
}

fn full_time(from: &str, until: &str, is_full_time: bool) -> Value {
    json!([{"person": "p-01", "from": from, "until": until, "full_time": is_full_time}])
}

#[test]
fn full_time_in_two_projects_at_once() {
    let days = |a: (&str, &str), b: (&str, &str), second: bool| {
        let first = project("a", a.0, a.1, &full_time(a.0, a.1, true));
        let second = project("b", b.0, b.1, &full_time(b.0, b.1, second));
        let forward = kinds(&json!({"projects": [first.clone(), second.clone()]}));
        assert_eq!(forward, kinds(&json!({"projects": [second, first]})));
        forward
    };
    let january = ("2024-01-01", "2024-01-31");
    assert_eq!(
        days(january, ("2024-01-30", "2024-03-01"), true),
        ["full_time_twice"]
    );
    // The day of a handover is none of overlap; a day after it is.
    assert!(days(january, ("2024-01-31", "2024-03-01"), true).is_empty());
    assert!(days(january, ("2024-02-01", "2024-03-01"), true).is_empty());
    assert_eq!(
        days(january, ("2024-01-10", "2024-01-10"), true),
        ["full_time_twice"]
    );
    let day = ("2024-01-10", "2024-01-10");
    assert_eq!(days(day, day, true), ["full_time_twice"]);
    // Who does not work full time may do both.
    assert!(days(january, january, false).is_empty());
}

#[test]
fn full_time_without_an_end_lasts_as_long_as_the_project() {
    let mut first = project("a", "2024-01-01", "2024-01-31", &json!([]));
    first["team"] = json!([{"person": "p-01", "from": "2024-01-01", "full_time": true}]);
    let second = |from: &str| {
        project(
            "b",
            from,
            "2024-12-31",
            &full_time(from, "2024-12-31", true),
        )
    };
    let both = |from| kinds(&json!({"projects": [first.clone(), second(from)]}));
    assert_eq!(both("2024-01-15"), ["full_time_twice"]);
    assert!(both("2024-02-01").is_empty());
}

#[test]
fn a_certificate_of_somebody_who_is_not_on_the_staff() {
    let certificate = json!([{"kind": "cisp", "valid_from": "2024-01-01"}]);
    let one = |more: Value| {
        let mut person = person("a", more);
        person["certificates"] = certificate.clone();
        kinds(&json!({"people": [person], "suppliers": [{"id": "s", "name": "x"}]}))
    };
    let counted = |mut more: Value| {
        more["counted_for"] = json!(["alpha"]);
        more
    };
    let found = ["certificate_of_no_staff"];
    assert_eq!(one(json!({})), found);
    assert_eq!(one(counted(json!({"supplier": "s"}))), found);
    assert!(one(json!({"supplier": "s"})).is_empty());
    // The reference date is 2025-06-30: its day is the last, or the first, that counts.
    let left = |day: &str| {
        one(counted(
            json!({"employment": {"from": "2020-01-01", "until": day}}),
        ))
    };
    assert_eq!(left("2025-06-29"), found);
    assert!(left("2025-06-30").is_empty());
    let came = |day: &str| one(counted(json!({"employment": {"from": day}})));
    assert_eq!(came("2025-07-01"), found);
    assert!(came("2025-06-30").is_empty());
    // Former staff are listed with what they had, and not counted.
    assert!(one(json!({"employment": {"from": "2020-01-01", "until": "2024-01-01"}})).is_empty());
    assert!(kinds(&people(&[person("a", json!({"counted_for": ["alpha"]}))])).is_empty());
}

#[test]
fn a_certificate_number_that_is_used_twice() {
    let of = |a: Value, b: Value, one_holder: bool| {
        let employed = json!({"from": "2020-01-01"});
        let holder = |id, certificates: Vec<Value>| {
            person(
                id,
                json!({"employment": employed, "certificates": certificates}),
            )
        };
        let with = |more: Value| {
            let mut all = json!({"kind": "cisp", "number": "A 1", "valid_from": "2020-01-01"});
            all.as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
            all
        };
        let (a, b) = (with(a), with(b));
        kinds(&if one_holder {
            people(&[holder("a", vec![a, b])])
        } else {
            people(&[holder("a", vec![a]), holder("b", vec![b])])
        })
    };
    let twice = ["certificate_number_twice"];
    assert_eq!(of(json!({}), json!({"number": "a1"}), false), twice);
    assert_eq!(of(json!({"issuer": "x"}), json!({}), false), twice);
    assert!(of(json!({"issuer": "x"}), json!({"issuer": "y"}), false).is_empty());
    assert!(of(json!({}), json!({"kind": "pmp"}), false).is_empty());
    assert!(of(json!({}), json!({"number": "A2"}), false).is_empty());
    // A renewal has the number of what it renews, and may begin on its last day.
    let renewed = |from: &str| {
        of(
            json!({"valid_until": "2023-01-01"}),
            json!({"valid_from": from}),
            true,
        )
    };
    assert!(renewed("2023-01-01").is_empty());
    assert_eq!(renewed("2022-12-31"), twice);
    let qualification =
        |id: &str| json!({"id": id, "kind": "iso27001", "number": "1", "valid_from": "2020-01-01"});
    assert_eq!(
        kinds(&json!({"qualifications": [qualification("a"), qualification("b")]})),
        twice
    );
}

#[test]
fn a_project_that_cannot_have_been_then() {
    // The provider was established on 2015-03-01.
    let began =
        |day: &str| kinds(&json!({"projects": [project("a", day, "2016-01-01", &json!([]))]}));
    assert_eq!(began("2015-02-28"), ["project_before_provider"]);
    assert!(began("2015-03-01").is_empty());
    let abandoned = |day: &str| {
        let mut project = project("a", "2020-01-10", "2021-01-01", &json!([]));
        project["status"] = json!("abandoned");
        project["abandonment"] = json!({"date": day, "reason": "client"});
        kinds(&json!({"projects": [project]}))
    };
    assert_eq!(abandoned("2020-01-09"), ["project_ended_before_it_began"]);
    assert!(abandoned("2020-01-10").is_empty());
}

#[test]
fn a_member_of_a_team_who_was_not_employed_then() {
    let with = |employment: Value, more: Value, team: &Value| {
        let mut member = person("p-01", json!({}));
        if employment.is_object() {
            member["employment"] = employment;
        }
        member
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let project = project("a", "2020-01-01", "2020-12-31", team);
        kinds(&json!({"people": [member], "projects": [project],
                      "suppliers": [{"id": "s", "name": "x"}]}))
    };
    let team = full_time("2020-02-01", "2020-03-31", false);
    let employed =
        |from: &str, until: &str| with(json!({"from": from, "until": until}), json!({}), &team);
    let found = ["not_employed_then"];
    assert_eq!(employed("2020-02-02", "2020-12-31"), found);
    assert_eq!(employed("2020-01-01", "2020-03-30"), found);
    assert!(employed("2020-02-01", "2020-03-31").is_empty());
    // Without an end, the last day is that of the project.
    let open = json!([{"person": "p-01", "from": "2020-02-01"}]);
    let until = |day: &str| {
        with(
            json!({"from": "2020-01-01", "until": day}),
            json!({}),
            &open,
        )
    };
    assert_eq!(until("2020-12-30"), found);
    assert!(until("2020-12-31").is_empty());
    // Nothing is said of employment, or somebody else employs them.
    assert!(with(Value::Null, json!({}), &team).is_empty());
    assert!(
        with(
            json!({"from": "2021-01-01"}),
            json!({"supplier": "s"}),
            &team
        )
        .is_empty()
    );
}

#[test]
fn a_manager_is_employed_during_some_of_the_project() {
    let manager = |from: &str| {
        let mut project = project("a", "2020-01-01", "2020-12-31", &json!([]));
        project["manager"] = json!("a");
        kinds(
            &json!({"people": [person("a", json!({"employment": {"from": from}}))], "projects": [project]}),
        )
    };
    assert_eq!(manager("2021-01-01"), ["not_employed_then"]);
    assert!(manager("2020-12-31").is_empty());
}

#[test]
fn the_example_dossiers_do_not_contradict_themselves() {
    let schema = ciieval::schema::Schema::new(&ciieval::pack::Pack::load(&[]).unwrap()).unwrap();
    let paths = [
        "fixtures/dossiers".into(),
        "fixtures/cases/exemplary.yaml".into(),
    ];
    let found = ciieval::dossier::find(&paths);
    assert!(found.sources.len() > 6);
    for source in found.sources {
        let dossier = ciieval::dossier::read(&source, &schema).unwrap();
        assert_eq!(
            contradictions::find(&dossier.evidence),
            [],
            "{}",
            dossier.path
        );
    }
}

/// A dossier in which one person is listed twice.
fn contradictory(folder: &Path) -> String {
    let born = json!({"born_on": "1990-01-01", "nationality": "CN"});
    let patch = people(&[person("a", born.clone()), person("b", born)]);
    write(folder, "one.json", &evidence(&patch))
}

#[test]
fn every_format_tells_of_a_contradiction_with_both_places() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = contradictory(folder.path());
    for format in [
        "text", "json", "ndjson", "html", "docx", "xlsx", "csv", "junit", "sarif", "github",
        "markdown",
    ] {
        for (lang, said) in [
            ("zh", "姓名和出生日期相同"),
            ("en", "same name and day of birth"),
        ] {
            let out = folder.path().join(format!("{lang}.{format}"));
            let output = format!("{format}={}", out.display());
            let ran = check(&[&dossier, "-q", "--lang", lang, "-o", &output]);
            assert_eq!(ran.code, 0, "{}", ran.err);
            let text = if ["docx", "xlsx"].contains(&format) {
                let names = workbook::parts(&out);
                let names = names.iter().filter(|name| name.contains(".xml"));
                names.map(|name| workbook::part(&out, name)).collect()
            } else {
                fs::read_to_string(&out).unwrap()
            };
            // Programs read the texts of both languages.
            assert!(text.contains(said), "{format} {lang}");
            for path in ["people[1]", "people[0]"] {
                assert!(text.contains(path), "{format} {lang}: {path}");
            }
        }
    }
    let ran = check(&[&dossier, "-q", "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let remark = &report["dossiers"][0]["contradictions"][0];
    assert_eq!(remark["kind"], "same_person");
    let places = remark["places"].as_array().unwrap();
    let lines: Vec<&Value> = places.iter().map(|place| &place["line"]).collect();
    assert!(
        lines.iter().all(|line| line.is_u64()) && places.len() == 2,
        "{places:?}"
    );
    assert_eq!(places[0]["file"], json!(dossier));
}

fn under(scheme: &str, arguments: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.yaml");
    fs::write(&plan, format!("schema: ciieval/scheme/v1\n{scheme}\n")).unwrap();
    let mut all = vec!["--scheme", plan.to_str().unwrap()];
    all.extend(arguments);
    check(&all)
}

#[test]
fn a_scheme_can_make_contradictions_errors() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = contradictory(folder.path());
    let ran = under("contradictions: error", &[&dossier, "--format", "json"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["dossiers"], json!([]));
    assert_eq!(report["errors"][0]["where"], "people[1]");
    let message = report["errors"][0]["message"].as_str().unwrap();
    assert!(
        message.contains("people[0]") && message.contains("contradiction"),
        "{message}"
    );
    assert_eq!(under("contradictions: warning", &[&dossier]).code, 0);
    assert_eq!(under("contradictions: error", &[common::GOOD]).code, 0);
}

/// Dossiers of two providers, each with what `own` says of it.
fn two(folder: &Path, own: [Value; 2]) -> String {
    for (name, more) in ["甲", "乙"].iter().zip(own) {
        let mut evidence = evidence(&more);
        evidence["provider"]["name"] = json!(name);
        write(folder, &format!("{name}.json"), &evidence);
    }
    folder.to_str().unwrap().to_owned()
}

/// The kinds found across the dossiers of two providers.
fn across(own: [Value; 2]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = two(folder.path(), own);
    let ran = check(&[&path, "--across", "-q", "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    assert_eq!(report["errors"], json!([]));
    let remarks = report
        .get("across")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    for remark in &remarks {
        assert_eq!(remark["places"].as_array().unwrap().len(), 2, "{remark}");
        let said = remark["text"]["zh"].as_str().unwrap();
        assert!(said.contains("乙、甲") || said.contains("甲、乙"), "{said}");
    }
    remarks
        .iter()
        .map(|it| it["kind"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn two_providers_claim_the_same() {
    let one = |more: Value| people(&[person("a", more)]);
    let born = json!({"born_on": "1990-01-01"});
    assert_eq!(
        across([one(born.clone()), one(born.clone())]),
        ["person_of_two_providers"]
    );
    // By number and by birth it is one thing.
    let both = json!({"born_on": "1990-01-01", "identity_number": "1"});
    assert_eq!(
        across([one(both.clone()), one(both.clone())]),
        ["person_of_two_providers"]
    );
    assert_eq!(
        across([one(born), one(both.clone())]),
        ["person_of_two_providers"]
    );
    let other = json!({"born_on": "1990-01-01", "identity_number": "2"});
    assert!(across([one(both), one(other)]).is_empty());
    // Who changes from one to the other may do so on one day.
    let employed = |from: &str, until: &str| {
        one(json!({"identity_number": "1", "employment": {"from": from, "until": until}}))
    };
    let first = || employed("2020-01-01", "2021-06-30");
    assert!(across([first(), employed("2021-06-30", "2022-01-01")]).is_empty());
    assert_eq!(
        across([first(), employed("2021-06-29", "2022-01-01")]),
        ["person_of_two_providers"]
    );
    let certificate = |issuer: &str| {
        one(
            json!({"employment": {"from": "2020-01-01"}, "certificates": [
            {"kind": "cisp", "number": "1", "issuer": issuer, "valid_from": "2020-01-01"}]}),
        )
    };
    assert_eq!(
        across([certificate("x"), certificate("x")]),
        ["certificate_of_two_providers"]
    );
    assert!(across([certificate("x"), certificate("y")]).is_empty());
    let contract = |client: &str| {
        let mut project = project("a", "2020-01-01", "2021-01-01", &json!([]));
        project["client"] = json!(client);
        project["agreement"] = json!("c");
        json!({"projects": [project], "agreements": [{"id": "c", "kind": "service", "number": "HT-1"}]})
    };
    assert_eq!(
        across([contract("某"), contract("某")]),
        ["contract_of_two_providers"]
    );
    assert!(across([contract("某"), contract("另")]).is_empty());
    let attached =
        |digit: &str| one(json!({"attachments": [{"file": "a.pdf", "sha256": digit.repeat(64)}]}));
    assert_eq!(
        across([attached("0"), attached("0")]),
        ["attachment_of_two_providers"]
    );
    assert!(across([attached("0"), attached("1")]).is_empty());
    // Dossiers of one provider may say the same.
    let mut same = attached("0");
    same["provider"] = json!({"unified_social_credit_code": "91320100MA1X2Y3W4A"});
    assert!(across([same.clone(), same]).is_empty());
}

#[test]
fn what_two_providers_claim_is_the_same_with_threads_and_from_the_cache() {
    let folder = tempfile::tempdir().unwrap();
    let (dossiers, cache) = (folder.path().join("in"), folder.path().join("cache"));
    fs::create_dir(&dossiers).unwrap();
    let cache = cache.to_str().unwrap();
    for number in 0..40 {
        let more = person("a", json!({"identity_number": format!("{}", number % 7)}));
        let mut evidence = evidence(&people(&[more]));
        evidence["provider"]["name"] = json!(format!("甲{}", number % 11));
        write(&dossiers, &format!("{number:02}.json"), &evidence);
    }
    let path = dossiers.to_str().unwrap();
    let run = |more: &[&str]| {
        let mut all = vec![path, "--across", "-q", "--format", "json"];
        all.extend(more);
        check(&all).out
    };
    let alone = run(&["--jobs", "1"]);
    assert!(alone.contains("person_of_two_providers"), "{alone}");
    assert_eq!(alone, run(&["--jobs", "4"]));
    // An entry without claims is none for a run that compares them.
    assert_eq!(
        check(&[path, "-q", "--cache", cache, "--format", "json"]).code,
        0
    );
    assert_eq!(alone, run(&["--cache", cache]));
    let kept = check(&[path, "--across", "--cache", cache, "--format", "json"]);
    assert!(
        kept.err.contains("40 of 40 results were in the cache"),
        "{}",
        kept.err
    );
    assert_eq!(alone, kept.out);
    // Elsewhere, the places are those of where the dossiers lie now.
    let moved = folder.path().join("moved");
    fs::rename(&dossiers, &moved).unwrap();
    let out = check(&[
        moved.to_str().unwrap(),
        "--across",
        "-q",
        "--cache",
        cache,
        "--format",
        "json",
    ])
    .out;
    assert_eq!(out, alone.replace(path, moved.to_str().unwrap()));
}

#[test]
fn every_format_tells_what_two_providers_claim() {
    let folder = tempfile::tempdir().unwrap();
    let one = || people(&[person("a", json!({"identity_number": "1"}))]);
    let dossiers = folder.path().join("in");
    fs::create_dir(&dossiers).unwrap();
    let path = two(&dossiers, [one(), one()]);
    for format in [
        "text", "json", "ndjson", "html", "docx", "xlsx", "csv", "junit", "sarif", "github",
        "markdown",
    ] {
        let out = folder.path().join(format!("out.{format}"));
        let output = format!("{format}={}", out.display());
        let ran = check(&[&path, "--across", "-q", "--lang", "en", "-o", &output]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let text = if ["docx", "xlsx"].contains(&format) {
            let names = workbook::parts(&out);
            let names = names.iter().filter(|name| name.contains(".xml"));
            names.map(|name| workbook::part(&out, name)).collect()
        } else {
            fs::read_to_string(&out).unwrap()
        };
        assert!(
            text.contains("one person is claimed by several providers"),
            "{format}"
        );
        assert!(
            !text.contains("identity_number"),
            "{format} tells of what no report has"
        );
    }
}
