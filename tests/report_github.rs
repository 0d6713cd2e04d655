//! Annotations for GitHub Actions, read as its runner reads them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use ciieval::report::github::Github;
use ciieval::text::Language;
use common::check;
use common::ci::{self, SHORT, clauses, evaluations, golden, run};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A command as the runner understands it.
#[derive(Debug)]
struct Annotation {
    command: String,
    properties: BTreeMap<String, String>,
    message: String,
}

impl Annotation {
    fn title(&self) -> &str {
        &self.properties["title"]
    }
}

/// The commands of a log and the lines that are none.
fn read(log: &str) -> (Vec<Annotation>, Vec<&str>) {
    let mut annotations = Vec::new();
    let mut others = Vec::new();
    for line in log.lines() {
        match command(line) {
            Some(annotation) => annotations.push(annotation),
            None => others.push(line),
        }
    }
    (annotations, others)
}

fn command(line: &str) -> Option<Annotation> {
    let (info, data) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let (command, properties) = info.split_once(' ').unwrap_or((info, ""));
    let unescaped = |text: &str, of: &[(&str, &str)]| {
        let text = of
            .iter()
            .fold(text.to_owned(), |text, (code, c)| text.replace(code, c));
        text.replace("%25", "%")
    };
    let ends = [("%0D", "\r"), ("%0A", "\n")];
    let more = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")];
    let properties = properties.split(',').filter_map(|property| {
        let (key, value) = property.split_once('=')?;
        Some((key.to_owned(), unescaped(value, &more)))
    });
    Some(Annotation {
        command: command.to_owned(),
        properties: properties.collect(),
        message: unescaped(data, &ends),
    })
}

#[test]
fn the_report_is_the_golden_one() {
    for language in ["zh", "en"] {
        let ran = run("github", &["--lang", language]);
        assert_eq!(ran.code, 3);
        golden(&format!("ci.{language}.github.txt"), &ran.out);
    }
}

#[test]
fn every_clause_that_falls_short_is_annotated_the_most_important_first() {
    let report = ci::json(&[]);
    let log = run("github", &["--lang", "en"]).out;
    let (mut annotations, others) = read(&log);
    let basis = annotations.pop().unwrap();
    assert_eq!((basis.title(), basis.command.as_str()), ("Basis", "notice"));
    let pack = report["packs"][0]["sha256"].as_str().unwrap();
    assert!(basis.message.contains(pack) && basis.message.contains("--timeout 30"));
    let (mut not_evaluated, mut mandatory, mut other) =
        (report["errors"].as_array().unwrap().len(), 0, 0);
    for (_, evaluation) in evaluations(&report) {
        for clause in clauses(evaluation, SHORT) {
            let kind = match (clause["status"] == "error", clause["mandatory"] == true) {
                (true, _) => &mut not_evaluated,
                (_, true) => &mut mandatory,
                _ => &mut other,
            };
            *kind += 1;
        }
    }
    let commands: Vec<&str> = annotations.iter().map(|it| it.command.as_str()).collect();
    let verdicts = evaluations(&report).len() + 1; // and the class that another standard evaluates
    let mut expected = vec!["error"; not_evaluated + mandatory];
    expected.extend(vec!["warning"; other]);
    expected.extend(vec!["notice"; verdicts]);
    assert!(mandatory > 0 && other > 1);
    assert_eq!(commands, expected);
    for annotation in &annotations[..not_evaluated] {
        let title = annotation.title();
        assert!(
            title == "not evaluated" || title.contains("rule failed"),
            "{title}"
        );
    }
    assert!(annotations[not_evaluated].title().ends_with("mandatory"));
    // Verdicts that are bad news come first.
    let notices = &annotations[annotations.len() - verdicts..];
    let kinds: Vec<&str> = notices
        .iter()
        .map(|it| it.title().split(':').next().unwrap())
        .collect();
    assert_eq!(
        kinds,
        ["UNDETERMINED", "FAIL", "PASS", "PASS", "5 Gamma services"]
    );
    let [summary] = others.as_slice() else {
        unreachable!("{others:?}")
    };
    assert!(
        summary.starts_with("Dossiers: 4; evaluations: 4, of which pass: 2, fail: 1, undetermined: 1; not evaluated: 2; at most ten"),
        "{summary}"
    );
    assert!(log.ends_with(&format!("{summary}\n")));
}

#[test]
fn annotations_stand_at_file_line_and_column() {
    let log = run("github", &["--lang", "en"]).out;
    let (annotations, _) = read(&log);
    let find = |title: &str| {
        annotations
            .iter()
            .find(|it| it.title().starts_with(title))
            .unwrap()
    };
    let capital = find("1.a Registered capital: not satisfied, mandatory");
    assert_eq!(
        capital.properties["file"],
        "tests/dossiers/ci/short/dossier.yaml"
    );
    assert_eq!(
        (&*capital.properties["line"], &*capital.properties["col"]),
        ("6", "28")
    );
    assert!(capital.message.contains(
        "短缺安全服务有限公司, 3 Alpha services\n✗ registered capital: found 1,000,000 yuan"
    ));
    let failed = find("2.a Accounting");
    assert_eq!(failed.properties["file"], "tests/dossiers/ci/lines.ndjson");
    assert_eq!(failed.properties["line"], "2");
    let broken = find("not evaluated");
    assert_eq!(
        (&*broken.properties["line"], &*broken.properties["col"]),
        ("6", "3")
    );
    // Paths are compared with those of the repository.
    let ran = check(&["./tests/dossiers/ci/broken.yaml", "--format", "github"]);
    let (annotations, _) = read(&ran.out);
    assert_eq!(
        annotations[0].properties["file"],
        "tests/dossiers/ci/broken.yaml"
    );
}

#[test]
fn a_clause_of_several_classes_takes_one_annotation() {
    let arguments = [
        "check",
        "fixtures/dossiers/tianqing.yaml",
        "--lang",
        "en",
        "--format",
    ];
    let of = |format| common::ciieval(&[&arguments[..], &[format]].concat()).out;
    let report = serde_json::from_str(&of("json")).unwrap();
    let short = evaluations(&report)
        .into_iter()
        .flat_map(|(_, evaluation)| clauses(evaluation, SHORT))
        .map(|clause| clause["id"].as_str().unwrap().to_owned());
    let (all, distinct): (Vec<String>, BTreeSet<String>) = short.map(|id| (id.clone(), id)).unzip();
    let log = of("github");
    let (annotations, _) = read(&log);
    let gaps = annotations.iter().filter(|it| it.command != "notice");
    let titles: Vec<&str> = gaps
        .map(|it| it.title().split(' ').next().unwrap())
        .collect();
    assert!(all.len() > distinct.len());
    assert_eq!(titles.len(), distinct.len());
    assert_eq!(
        titles
            .into_iter()
            .map(str::to_owned)
            .collect::<BTreeSet<_>>(),
        distinct
    );
}

#[test]
fn nothing_in_a_dossier_becomes_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let path = ci::hostile(folder.path());
    for language in ["zh", "en"] {
        let ran = check(&[&path, "--format", "github", "--lang", language]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        ci::assert_no_hazards(&ran.out);
        let (annotations, others) = read(&ran.out);
        assert_eq!(others.len(), 1, "{others:?}");
        assert!(!others[0].contains("script"));
        let (basis, about_files) = annotations.split_last().unwrap();
        assert_eq!(basis.command, "notice");
        for annotation in about_files {
            assert!(["error", "warning", "notice"].contains(&annotation.command.as_str()));
            let keys: Vec<&str> = annotation.properties.keys().map(String::as_str).collect();
            assert_eq!(keys, ["col", "file", "line", "title"]);
        }
        // What it says is still there.
        let shown = "<script>alert(1)</script>=cmd|' /C calc'!A0\\u{202e}";
        assert!(annotations.iter().any(|it| it.message.contains(shown)));
        assert!(annotations.iter().any(|it| it.title().contains(shown)));
    }
}

#[test]
fn an_interrupted_run_says_so_first() {
    let pack = Arc::new(common::pack(&[]));
    let log = ci::partial(&Github::new(pack, Language::English));
    let (annotations, _) = read(&log);
    assert_eq!(annotations[0].command, "error");
    assert!(annotations[0].message.starts_with("Interrupted"));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    ci::assert_same_for_any_jobs("github");
}
