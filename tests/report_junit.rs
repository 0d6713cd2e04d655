//! The `JUnit` report of `ciieval check`: a case for every clause, names that do not change, and the shape that
//! build servers ask for.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr
)]

mod common;

use common::check;
use common::ci::{self, HOSTILE, evaluations, golden, run};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A case with its suite and how it ended.
#[derive(Debug, Clone)]
struct Case {
    suite: String,
    class: String,
    name: String,
    ending: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

type Suites = BTreeMap<String, BTreeMap<String, String>>;

/// The suites with their attributes and properties, and all cases.
fn read(xml: &str) -> (Suites, Vec<Case>) {
    let mut reader = Reader::from_str(xml);
    let mut suites: Suites = BTreeMap::new();
    let mut cases: Vec<Case> = Vec::new();
    let mut suite = String::new();
    loop {
        let event = reader.read_event().unwrap();
        let (Event::Start(element) | Event::Empty(element)) = &event else {
            match event {
                Event::Text(text) => {
                    if let Some(case) = cases.last_mut() {
                        case.text += &text;
                    }
                    continue;
                }
                Event::Eof => return (suites, cases),
                _ => continue,
            }
        };
        let name = element.name().as_ref().to_owned();
        let attributes: BTreeMap<String, String> = element
            .attributes()
            .map(|attribute| {
                let attribute = attribute.unwrap();
                let key = attribute.key.as_ref().to_owned();
                let value = quick_xml::escape::unescape(&attribute.value).unwrap();
                (key, value.into_owned())
            })
            .collect();
        let of = |key: &str| attributes.get(key).cloned().unwrap_or_default();
        match name.as_str() {
            "testsuite" => {
                suite = of("name");
                assert!(!suites.contains_key(&suite), "`{suite}` is there twice");
                suites.insert(suite.clone(), attributes);
            }
            "property" => {
                let properties = suites.get_mut(&suite).unwrap();
                properties.insert(format!("property {}", of("name")), of("value"));
            }
            "testcase" => cases.push(Case {
                suite: suite.clone(),
                class: of("classname"),
                name: of("name"),
                ending: "passed".to_owned(),
                attributes: BTreeMap::new(),
                text: String::new(),
            }),
            "failure" | "error" | "skipped" => {
                let case = cases.last_mut().unwrap();
                case.ending = name;
                case.attributes = attributes;
            }
            _ => {}
        }
    }
}

#[test]
fn the_report_is_the_golden_one() {
    for language in ["zh", "en"] {
        let ran = run("junit", &["--lang", language]);
        assert_eq!(ran.code, 3);
        golden(&format!("ci.{language}.junit.xml"), &ran.out);
    }
}

#[test]
fn every_clause_is_a_case_and_the_numbers_are_those_of_the_json_report() {
    let (suites, cases) = read(&run("junit", &[]).out);
    let report = ci::json(&[]);
    let all = evaluations(&report);
    assert_eq!(all.len(), 4);
    for (dossier, evaluation) in all {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let name = format!("{}.{}", text(&dossier["path"]), text(&evaluation["class"]));
        let suite = &suites[&name];
        let own: Vec<&Case> = cases.iter().filter(|case| case.suite == name).collect();
        assert!(own.iter().all(|case| case.class == name));
        let clauses = evaluation["clauses"].as_array().unwrap();
        assert_eq!(own.len(), clauses.len() + 1);
        let count = |ending: &str| own.iter().filter(|case| case.ending == ending).count();
        let numbers = [
            ("tests", own.len()),
            ("failures", count("failure")),
            ("errors", count("error")),
            ("skipped", count("skipped")),
        ];
        for (key, number) in numbers {
            assert_eq!(suite[key], number.to_string(), "{name}: {key}");
        }
        let verdict = match evaluation["verdict"].as_str().unwrap() {
            "pass" => "passed",
            "fail" => "failure",
            _ => "error",
        };
        assert_eq!(own[0].ending, verdict, "{name}");
        for (case, clause) in own[1..].iter().zip(clauses) {
            let status = clause["status"].as_str().unwrap();
            let ending = match status {
                "satisfied" => "passed",
                "not_applicable" => "skipped",
                "error" => "error",
                _ => "failure",
            };
            let id = text(&clause["id"]);
            assert_eq!(case.ending, ending, "{name}: {id}");
            assert!(case.name.starts_with(&format!("{id} ")), "{}", case.name);
            if ending == "failure" {
                assert_eq!(case.attributes["type"], status);
            }
        }
        for key in ["verdict", "score", "score_exact"] {
            assert_eq!(suite[&format!("property {key}")], text(&evaluation[key]));
        }
        for key in ["mandatory", "compliance"] {
            let tally = &evaluation[key];
            let tally = format!("{}/{}", tally["satisfied"], tally["total"]);
            assert_eq!(suite[&format!("property {key}")], tally);
        }
        assert_eq!(
            suite["property provider"],
            text(&dossier["provider"]["name"])
        );
    }
}

#[test]
fn a_case_says_what_was_found_what_was_asked_for_and_where() {
    let (_, cases) = read(&run("junit", &["--lang", "en"]).out);
    let find = |suite: &str, id: &str| {
        let found = cases
            .iter()
            .find(|case| case.suite.ends_with(suite) && case.name.starts_with(id));
        found.unwrap().clone()
    };
    let capital = find("short.alpha", "1.a");
    assert_eq!(
        capital.attributes["message"],
        "1.a Registered capital: not satisfied, mandatory"
    );
    assert!(capital.text.contains(
        "registered capital: found 1,000,000 yuan, required ≥ 5,000,000 yuan [at provider.registered_capital_yuan, tests/dossiers/ci/short/dossier.yaml:6:"
    ), "{}", capital.text);
    // The other file of the folder, and a line of a file with a dossier on each.
    let people = find("short.alpha", "1.c");
    assert!(
        people.text.contains("short/people.yaml:2:3"),
        "{}",
        people.text
    );
    let line = find("lines.ndjson:2.alpha", "1.c");
    assert!(line.text.contains("ci/lines.ndjson:2:"), "{}", line.text);
    // Lowered by an assessor, with the reason.
    let name = find("short.alpha", "1.d");
    assert!(
        name.text.contains("reason: 名称与执照不符"),
        "{}",
        name.text
    );
    let remote = find("short.alpha", "2.c");
    assert!(remote.attributes["message"].contains("不提供远程服务"));
    assert_eq!(find("short.gamma", "external").ending, "skipped");
    let broken = find("broken.yaml.dossier", "dossier");
    assert!(
        broken
            .text
            .contains("broken.yaml:6:3: provider.registered_capitel_yuan"),
        "{}",
        broken.text
    );
    assert_eq!(find("lines.ndjson:3.dossier", "dossier").ending, "error");
}

#[test]
fn names_do_not_depend_on_the_language() {
    let names = |language| -> BTreeSet<(String, String)> {
        let (_, cases) = read(&run("junit", &["--lang", language]).out);
        cases
            .into_iter()
            .map(|case| (case.class, case.name))
            .collect()
    };
    assert_eq!(names("zh"), names("en"));
}

#[test]
fn nothing_in_a_dossier_acts() {
    let folder = tempfile::tempdir().unwrap();
    let path = ci::hostile(folder.path());
    for language in ["zh", "en"] {
        let ran = check(&[&path, "--format", "junit", "--lang", language]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        ci::assert_no_hazards(&ran.out);
        assert!(!ran.out.contains("<script") && !ran.out.contains("]]>"));
        let (suites, _) = read(&ran.out);
        let shown = HOSTILE
            .replace('\u{202e}', "\\u{202e}")
            .replace('\u{1b}', "\\u{1b}")
            .replace('\0', "\\u{0}")
            .replace('\r', "\\r")
            .replace('\n', "\\n")
            .replace('\u{ffff}', "\\u{ffff}");
        assert!(
            suites
                .values()
                .any(|suite| suite.get("property provider") == Some(&shown))
        );
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    ci::assert_same_for_any_jobs("junit");
}

/// The schema of Jenkins, by `lxml`: no crate validates against XML Schema.
#[test]
fn reports_are_valid_against_the_schema_of_jenkins() {
    let python = match python() {
        Ok(python) => python,
        Err(missing) if std::env::var_os("CI").is_none() => {
            eprintln!("skipped: {missing}");
            return;
        }
        Err(missing) => panic!("{missing}"),
    };
    let folder = tempfile::tempdir().unwrap();
    let hostile = ci::hostile(folder.path());
    let reports = [
        run("junit", &["--lang", "zh"]).out,
        run("junit", &["--lang", "en", "--all"]).out,
        check(&[&hostile, "--format", "junit"]).out,
        check(&["missing.yaml", "--format", "junit"]).out,
        common::ciieval(&["test", "tests/packs/failing", "--format", "junit"]).out,
    ];
    for (number, report) in reports.iter().enumerate() {
        assert!(report.contains("<testcase"), "{report}");
        let path = folder.path().join(format!("{number}.xml"));
        std::fs::write(&path, report).unwrap();
        let ran = Command::new(&python)
            .args(["tests/schemas/validate.py", "tests/schemas/junit-10.xsd"])
            .arg(&path)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success(), "{number}: {said}\n{report}");
    }
    // What is no report is found to be none.
    let wrong = folder.path().join("wrong.xml");
    std::fs::write(&wrong, reports[0].replace("failures=", "fails=")).unwrap();
    let ran = Command::new(&python)
        .args(["tests/schemas/validate.py", "tests/schemas/junit-10.xsd"])
        .arg(&wrong)
        .status()
        .unwrap();
    assert!(!ran.success());
}

/// A Python with `lxml`, in an environment of its own.
fn python() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("xml-schema");
    let python = folder.join("bin/python");
    let run = |program: &Path, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output();
        let output = output.map_err(|error| format!("`{}`: {error}", program.display()))?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(format!("`{}` fails: {said}", program.display()))
    };
    if run(&python, &["-c", "import lxml.etree"]).is_ok() {
        return Ok(python);
    }
    let text = folder.to_str().unwrap();
    run(Path::new("python3"), &["-m", "venv", text])?;
    run(
        &python,
        &[
            "-m",
            "pip",
            "install",
            "--quiet",
            "-r",
            "tests/schemas/requirements.txt",
        ],
    )?;
    Ok(python)
}
