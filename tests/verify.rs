//! `ciieval verify`: whether a report follows from the evidence, what is different where it does not, and what
//! cannot be said.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::{Ran, ciieval, evidence, write};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const PACK: [&str; 2] = ["--policies", "tests/packs/standard"];

/// Dossiers that pass, fail and cannot be decided, one that cannot be read, a folder, lines, and a report on all.
struct Case {
    folder: TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dossiers = folder.path().join("dossiers");
        fs::create_dir(&dossiers).unwrap();
        let named = |name: &str, patch: Value| {
            let mut evidence = evidence(&patch);
            evidence["provider"]["name"] = name.into();
            evidence
        };
        write(&dossiers, "a.json", &named("甲", json!({})));
        let poor = json!({"provider": {"registered_capital_yuan": 1}});
        write(&dossiers, "b.json", &named("乙", poor));
        // One of its classes cannot be evaluated: it has a result and an error.
        let both = json!({"assessment": {"classes": ["alpha", "beta"]}});
        write(&dossiers, "c.json", &named("丙", both));
        fs::create_dir(dossiers.join("d")).unwrap();
        write(&dossiers, "d/dossier.json", &named("丁", json!({})));
        fs::write(dossiers.join("e.yaml"), "provider: [\n").unwrap();
        let lines = [named("己", json!({})), named("庚", json!({}))];
        let lines = lines.map(|line| line.to_string() + "\n").concat();
        fs::write(dossiers.join("f.ndjson"), lines).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a report on the dossiers and returns its path.
    fn report(&self, format: &str, more: &[&str]) -> String {
        let file = text(&self.path(&format!("report.{format}")));
        let dossiers = text(&self.path("dossiers"));
        let output = format!("{format}={file}");
        let arguments = ["check", &dossiers, "-q", "-o", &output];
        let ran = ciieval(&[&arguments[..], &PACK, more].concat());
        assert_eq!(ran.code, 3, "{}", ran.err);
        file
    }

    fn verify(&self, report: &str, more: &[&str]) -> Ran {
        let dossiers = text(&self.path("dossiers"));
        let arguments = ["verify", report, "--dossier", &dossiers];
        ciieval(&[&arguments[..], &PACK, more].concat())
    }
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

fn replaced(file: &str, from: &str, to: &str) {
    let old = fs::read_to_string(file).unwrap();
    assert!(old.contains(from), "{from} is not in {old}");
    fs::write(file, old.replacen(from, to, 1)).unwrap();
}

fn found(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out)
        .unwrap_or_else(|error| panic!("{error}: {} {}", ran.out, ran.err))
}

#[test]
fn a_report_follows_from_its_evidence_with_the_options_it_names() {
    let case = Case::new();
    let plan = text(&case.path("plan.yaml"));
    fs::write(
        &plan,
        "schema: ciieval/scheme/v1\nclasses: [alpha]\nminimum_evidence: documented\n",
    )
    .unwrap();
    for format in ["json", "ndjson"] {
        let runs: [(&[&str], &[&str]); 4] = [
            (&[], &[]),
            (&["--class", "alpha"], &[]),
            (&["--timeout", "7.5", "--exclude", "b.*"], &[]),
            (&["--scheme", &plan], &["--scheme", &plan]),
        ];
        for (options, given) in runs {
            let report = case.report(format, options);
            let ran = case.verify(&report, &[given, &["--lang", "en"]].concat());
            assert_eq!(ran.code, 0, "{format} {options:?}: {} {}", ran.out, ran.err);
            assert!(ran.out.contains("the same byte for byte"), "{}", ran.out);
        }
    }
    let zh = case.verify(&case.report("json", &[]), &["--lang", "zh"]);
    assert!(zh.out.contains("逐字节一致"), "{}", zh.out);
}

#[test]
fn dossiers_are_found_by_their_digests_wherever_they_lie_now() {
    let case = Case::new();
    for format in ["json", "ndjson"] {
        let report = case.report(format, &[]);
        let moved = tempfile::tempdir().unwrap();
        let at = |name: &str| text(&moved.path().join(name));
        let from = |name: &str| case.path("dossiers").join(name);
        fs::create_dir_all(at("x/y")).unwrap();
        fs::copy(from("a.json"), at("x/first.json")).unwrap();
        fs::copy(from("b.json"), at("second.json")).unwrap();
        fs::copy(from("c.json"), at("x/y/c2.json")).unwrap();
        fs::create_dir(at("other")).unwrap();
        fs::copy(from("d/dossier.json"), at("other/dossier.json")).unwrap();
        // What could not be read has no digest in the report: it says the same here.
        fs::copy(from("e.yaml"), at("broken.yaml")).unwrap();
        let lines = fs::read_to_string(from("f.ndjson")).unwrap();
        let turned: Vec<&str> = lines.lines().rev().collect();
        fs::write(at("turned.ndjson"), turned.join("\n") + "\n").unwrap();
        let arguments = ["verify", &report, "--format", "json", "--dossier"];
        let ran = ciieval(&[&arguments[..], &[&at("")], &PACK].concat());
        let found = found(&ran);
        assert_eq!(ran.code, 0, "{found:#}");
        let taken = found["dossiers"].as_array().unwrap();
        assert_eq!(taken.len(), 6);
        assert_eq!(taken[0]["path"], text(&from("a.json")));
        assert_eq!(taken[0]["found"], at("x/first.json"));
        assert_eq!(found["not_in_report"], json!([]));
    }
}

#[test]
fn what_was_changed_in_a_report_is_told_by_dossier_class_clause_and_key() {
    let case = Case::new();
    let changes = [
        ("\"verdict\": \"fail\"", "\"verdict\": \"pass\"", "verdict"),
        (
            "\"status\": \"not_satisfied\"",
            "\"status\": \"satisfied\"",
            "status",
        ),
        ("\"actual\": 1,", "\"actual\": 5000000,", "actual"),
        (
            "\"path\": \"provider.registered_capital_yuan\"",
            "\"path\": \"provider.capital\"",
            "path",
        ),
        ("\"name\": \"乙\"", "\"name\": \"丙丙\"", "name"),
        ("\"satisfied\": 9,", "\"satisfied\": 10,", "satisfied"),
    ];
    for (from, to, key) in changes {
        let report = case.report("json", &[]);
        let all = fs::read_to_string(&report).unwrap();
        // Of the second dossier, in which there is something to mend.
        let (before, after) = all.split_at(all.find("b.json").unwrap());
        assert!(after.contains(from), "{from} is not in {after}");
        fs::write(&report, before.to_owned() + &after.replacen(from, to, 1)).unwrap();
        let ran = case.verify(&report, &["--format", "json"]);
        let found = found(&ran);
        assert_eq!(
            (ran.code, &found["verdict"]),
            (1, &json!("does_not_follow"))
        );
        let differences = found["differences"].as_array().unwrap();
        assert_eq!(differences.len(), 1, "{found:#}");
        let one = &differences[0];
        assert_eq!(one["key"], key);
        assert_eq!(one["kind"], "result");
        assert!(one["dossier"].as_str().unwrap().ends_with("b.json"));
        // The pointer leads to what the report says.
        let report: Value = serde_json::from_slice(&fs::read(&report).unwrap()).unwrap();
        let there = report.pointer(one["at"].as_str().unwrap());
        assert_eq!(there, one.get("reported"));
        assert_ne!(one["reported"], one["evaluated"]);
    }
    let report = case.report("json", &[]);
    replaced(
        &report,
        "\"status\": \"not_satisfied\"",
        "\"status\": \"satisfied\"",
    );
    let ran = case.verify(&report, &["--lang", "en"]);
    assert_eq!(ran.code, 1);
    for part in [
        "does not follow from the evidence given",
        "b.json, Class alpha, Clause 1.a, status [/dossiers/1/evaluations/0/clauses/0/status]",
        "reported: satisfied `satisfied`",
        "evaluated: not satisfied `not_satisfied`",
        "the report was changed after it was written",
    ] {
        assert!(ran.out.contains(part), "{part} is not in {}", ran.out);
    }
}

#[test]
fn clauses_dossiers_and_errors_that_are_taken_out_or_added_are_told() {
    let case = Case::new();
    let report = case.report("json", &[]);
    let whole: Value = serde_json::from_slice(&fs::read(&report).unwrap()).unwrap();
    let change = |change: &dyn Fn(&mut Value)| {
        let mut changed = whole.clone();
        change(&mut changed);
        fs::write(&report, format!("{changed:#}\n")).unwrap();
        let ran = case.verify(&report, &["--format", "json"]);
        let found = found(&ran);
        assert_eq!(ran.code, 1, "{found:#}");
        let first = found["differences"][0].clone();
        (
            first["kind"].clone(),
            first["at"].clone(),
            first["clause"].clone(),
        )
    };
    let taken_out = change(&|it| {
        let clauses = it.pointer_mut("/dossiers/1/evaluations/0/clauses").unwrap();
        clauses.as_array_mut().unwrap().remove(0);
    });
    let clauses = whole["dossiers"][1]["evaluations"][0]["clauses"].as_array();
    let last = clauses.unwrap().len() - 1;
    let at = format!("/dossiers/1/evaluations/0/clauses/{last}");
    assert_eq!(taken_out, (json!("result"), json!(at), json!("1.a")));
    let error = change(&|it| drop(it["errors"].as_array_mut().unwrap().remove(0)));
    assert_eq!(error.0, "error", "of a dossier that the report has");
    let added = change(&|it| it["errors"][1]["message"] = "all is well".into());
    assert_eq!((added.0, added.1), (json!("error"), json!("/errors/1")));
    let added = change(&|it| it["note"] = "approved".into());
    assert_eq!((added.0, added.1), (json!("options"), json!("/note")));
    let turned = change(&|it| {
        it["dossiers"][0]["evaluations"][0]["clauses"]
            .as_array_mut()
            .unwrap()
            .swap(0, 1);
    });
    assert_eq!(turned.1, "/dossiers/0/evaluations/0/clauses");
}

#[test]
fn other_rules_another_program_and_changed_dossiers_are_told_as_such() {
    let case = Case::new();
    let report = case.report("json", &[]);
    let other = ["--policies", "tests/packs/override", "--format", "json"];
    let ran = case.verify(&report, &other);
    let told = found(&ran);
    assert_eq!(ran.code, 1, "{told:#}");
    assert_eq!(told["differences"][0]["kind"], "pack");
    let ran = case.verify(
        &report,
        &["--policies", "tests/packs/override", "--lang", "en"],
    );
    assert!(ran.out.contains("give with --policies"), "{}", ran.out);
    assert!(!ran.out.contains("was changed after"), "{}", ran.out);

    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    replaced(&report, &version, "\"version\": \"0.0.1\"");
    let ran = case.verify(&report, &["--lang", "en"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.out.contains("another version of the program"),
        "{}",
        ran.out
    );

    let report = case.report("json", &[]);
    let file = text(&case.path("dossiers/b.json"));
    replaced(
        &file,
        "\"registered_capital_yuan\":1,",
        "\"registered_capital_yuan\":9000000,",
    );
    let ran = case.verify(&report, &["--format", "json"]);
    let told = found(&ran);
    assert_eq!(ran.code, 1);
    let kinds: Vec<&Value> = told["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["kind"])
        .collect();
    assert!(
        kinds.contains(&&json!("dossier")) && kinds.contains(&&json!("result")),
        "{told:#}"
    );
    let ran = case.verify(&report, &["--lang", "en"]);
    assert!(
        ran.out
            .contains("the dossier was changed after the report was written"),
        "{}",
        ran.out
    );
}

#[test]
fn a_scheme_must_be_the_one_of_the_report() {
    let case = Case::new();
    let plan = text(&case.path("plan.yaml"));
    fs::write(
        &plan,
        "schema: ciieval/scheme/v1\nminimum_evidence: documented\n",
    )
    .unwrap();
    for format in ["json", "ndjson"] {
        let report = case.report(format, &["--scheme", &plan]);
        let ran = case.verify(&report, &[]);
        assert_eq!(ran.code, 2);
        assert!(
            ran.err.contains("name its file with `--scheme`"),
            "{}",
            ran.err
        );
        let other = text(&case.path("other.yaml"));
        fs::write(
            &other,
            "schema: ciieval/scheme/v1\nminimum_evidence: declared\n",
        )
        .unwrap();
        let ran = case.verify(&report, &["--scheme", &other, "--lang", "en"]);
        assert_eq!(ran.code, 1);
        assert!(
            ran.out.contains("the scheme is not that of the report"),
            "{}",
            ran.out
        );
        // A report that follows none is not one that follows this.
        let ran = case.verify(&case.report(format, &[]), &["--scheme", &plan]);
        assert_eq!(ran.code, 1, "{}", ran.out);
    }
}

#[test]
fn evidence_that_is_missing_or_cannot_be_evaluated_leaves_it_open() {
    let case = Case::new();
    let report = case.report("json", &[]);
    let kept = fs::read(case.path("dossiers/a.json")).unwrap();
    fs::remove_file(case.path("dossiers/a.json")).unwrap();
    let ran = case.verify(&report, &["--format", "json"]);
    let told = found(&ran);
    assert_eq!(
        (ran.code, &told["verdict"]),
        (3, &json!("not_evaluated")),
        "{told:#}"
    );
    assert!(told["missing"][0].as_str().unwrap().ends_with("a.json"));
    let ran = case.verify(&report, &["--lang", "en"]);
    assert!(
        ran.out.contains("give the dossiers that are missing"),
        "{}",
        ran.out
    );
    fs::write(case.path("dossiers/a.json"), kept).unwrap();
    // Neither what was not evaluated at all, nor what was in part.
    for name in ["e.yaml", "c.json"] {
        let file = case.path("dossiers").join(name);
        let kept = fs::read(&file).unwrap();
        fs::remove_file(&file).unwrap();
        let ran = case.verify(&report, &["--format", "json"]);
        let told = found(&ran);
        assert_eq!(ran.code, 3, "{told:#}");
        assert_eq!(told["missing"], json!([text(&file)]));
        fs::write(&file, kept).unwrap();
    }
    // The same bytes, but time is up.
    replaced(
        &report,
        "\"timeout_seconds\": 30",
        "\"timeout_seconds\": 0.000001",
    );
    let ran = case.verify(&report, &["--format", "json"]);
    let told = found(&ran);
    assert_eq!(ran.code, 3, "{told:#}");
    // Of each of the six, and why one of them has a class that cannot be evaluated at all.
    let messages = told["not_evaluated"].as_array().unwrap().iter();
    let late = messages.filter(|it| it["message"].as_str().unwrap().contains("took longer"));
    assert_eq!(late.count(), 6, "{told:#}");
}

#[test]
fn what_is_no_whole_report_is_refused() {
    let case = Case::new();
    let report = case.report("json", &[]);
    let whole = fs::read_to_string(&report).unwrap();
    let lines = fs::read_to_string(case.report("ndjson", &[])).unwrap();
    let mixed = lines.clone() + &lines.replace("\"timeout_seconds\":30", "\"timeout_seconds\":31");
    let cut = |text: &str| text[..text.floor_char_boundary(text.len() / 2)].to_owned();
    let wrong = [
        (String::new(), "is no JSON or NDJSON report"),
        ("{}".to_owned(), "is no JSON or NDJSON report"),
        ("<html>".to_owned(), "is no JSON or NDJSON report"),
        (cut(&whole), "is damaged"),
        (cut(&lines), "is damaged: line"),
        (
            whole.replace("\"errors\"", "\"mistakes\""),
            "it has no list `errors`",
        ),
        (whole.replacen("\"sha256\"", "\"sha\"", 9), "has no digest"),
        (
            whole.replace("ciieval/report/v1", "ciieval/report/v2"),
            "of version `ciieval/report/v2`",
        ),
        (
            lines.replace("ciieval/result/v1", "ciieval/result/v9"),
            "of version `ciieval/result/v9`",
        ),
        (
            whole.replace("\n}\n", ",\n  \"partial\": true\n}\n"),
            "is partial",
        ),
        (
            lines.clone() + "{\"schema\":\"ciieval/result/v1\",\"partial\":true}\n",
            "is partial",
        ),
        (mixed, "has lines of several runs"),
        (
            whole.replace("\"timeout_seconds\": 30", "\"timeout_seconds\": -1"),
            "time limit",
        ),
        (
            whole.replace("\"timeout_seconds\": 30", "\"timeout_seconds\": \"x\""),
            "options that mean nothing",
        ),
    ];
    for (text, said) in wrong {
        fs::write(&report, &text).unwrap();
        let ran = case.verify(&report, &[]);
        assert_eq!(ran.code, 2, "{said}: {}", ran.out);
        assert!(ran.err.contains(said), "{said} is not in {}", ran.err);
        assert_eq!(ran.out, "");
    }
    let ran = case.verify("missing.json", &[]);
    assert!(
        ran.code == 2 && ran.err.contains("`missing.json` cannot be read"),
        "{}",
        ran.err
    );
    let ran = ciieval(&["verify", &report]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`--public-key` who signed"), "{}", ran.err);
    let ran = ciieval(&["verify", &report, "--dossier", "-"]);
    assert_eq!(ran.code, 2);
}

#[test]
fn the_same_content_in_other_bytes_does_not_follow() {
    let case = Case::new();
    let report = case.report("json", &[]);
    let whole = fs::read_to_string(&report).unwrap();
    let doubled = whole.replacen(
        "  \"pass_mark\": 65,",
        "  \"pass_mark\": 1,\n  \"pass_mark\": 65,",
        1,
    );
    let ways = [
        whole.replace("\n  ", "\n"),
        whole.trim_end().to_owned(),
        whole.replacen("甲", "\\u7532", 1),
        doubled,
    ];
    for text in ways {
        assert_ne!(text, whole);
        fs::write(&report, text).unwrap();
        let ran = case.verify(&report, &["--format", "json"]);
        let told = found(&ran);
        assert_eq!(ran.code, 1);
        assert_eq!(told["differences"][0]["kind"], "writing", "{told:#}");
    }
    let ran = case.verify(&report, &["--lang", "en"]);
    assert!(ran.out.contains("get the original"), "{}", ran.out);
}

#[test]
fn a_report_by_packs_that_stand_alone_needs_them() {
    let folder = tempfile::tempdir().unwrap();
    let report = text(&folder.path().join("report.json"));
    let output = format!("json={report}");
    let alone = ["--policies", "tests/packs/alone"];
    let dossier = json!({
        "schema": "ciieval/dossier/v1",
        "assessment": {"reference_date": "2026-01-01", "classes": ["anything"]},
        "provider": {"name": "甲", "registered_capital_yuan": 2_000_000},
    });
    let dossier = write(folder.path(), "a.json", &dossier);
    let (alone_too, output) = (["--no-builtin", "-o"], [output.as_str()]);
    let check = [
        &["check", dossier.as_str()],
        &alone[..],
        &alone_too,
        &output,
    ];
    let ran = ciieval(&check.concat());
    assert!(ran.code < 2, "{}", ran.err);
    let verify = ["verify", &report, "--dossier", &dossier];
    let ran = ciieval(&[&verify[..], &alone].concat());
    assert_eq!(ran.code, 0, "{} {}", ran.out, ran.err);
    let ran = ciieval(&verify);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("name its packs with `--policies`"),
        "{}",
        ran.err
    );
}

#[test]
fn the_report_may_lie_among_the_dossiers() {
    let case = Case::new();
    let report = case.report("json", &[]);
    let among = text(&case.path("dossiers/report.json"));
    fs::rename(&report, &among).unwrap();
    let ran = case.verify(&among, &["--format", "json"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert_eq!(found(&ran)["not_in_report"], json!([]));
}

#[test]
fn no_change_of_a_byte_goes_unnoticed() {
    let case = Case::new();
    let mut random = oorandom::Rand64::new(5);
    for format in ["json", "ndjson"] {
        let report = case.report(format, &[]);
        let whole = fs::read(&report).unwrap();
        for _ in 0..40 {
            let mut changed = whole.clone();
            let at = random.rand_range(0..changed.len() as u64);
            let at = usize::try_from(at).unwrap();
            match random.rand_range(0..3) {
                0 => changed[at] ^= 1 << random.rand_range(0..8),
                1 => drop(changed.remove(at)),
                _ => changed.insert(at, b'0'),
            }
            fs::write(&report, &changed).unwrap();
            let ran = case.verify(&report, &["--lang", "en"]);
            let said = format!("byte {at} of {format}: {} {}", ran.out, ran.err);
            assert!([1, 2, 3].contains(&ran.code), "{said}");
            assert!(!said.contains("panicked"), "{said}");
        }
    }
}

#[test]
fn dossiers_that_the_report_says_nothing_about_are_named_and_change_nothing() {
    let case = Case::new();
    let report = case.report("json", &[]);
    write(&case.path("dossiers"), "z.json", &evidence(&json!({})));
    let ran = case.verify(&report, &["--format", "json"]);
    let told = found(&ran);
    assert_eq!(ran.code, 0, "{told:#}");
    assert!(
        told["not_in_report"][0]
            .as_str()
            .unwrap()
            .ends_with("z.json")
    );
}
