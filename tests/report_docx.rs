//! The Word report: a golden text, the numbers of the JSON report, the same bytes every time, several
//! reports in a document, and evidence that stays text.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;
mod docx;

use ciieval::pack::Pack;
use ciieval::report::Report;
use ciieval::report::docx::Docx;
use ciieval::report::format::End;
use ciieval::text::Language;
use common::office::{Office, pdf_text};
use common::rich::rich;
use common::tools::{or_skip, run};
use common::{GOOD, check, evidence, pack, write};
use docx::{lines, parts, render, rendered, text};
use regex::Regex;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

const GOLDEN: &str = "tests/golden/report.docx.txt";

fn docx(pack: &Pack, language: Language) -> Docx {
    Docx::new(Arc::new(pack.clone()), language).unwrap()
}

/// The report on its dossier alone, without errors.
fn alone(report: &Report) -> Report {
    Report {
        errors: Vec::new(),
        ..report.clone()
    }
}

/// The dossier as many times.
fn times(report: &Report, count: usize) -> Report {
    Report {
        dossiers: vec![report.dossiers[0].clone(); count],
        ..report.clone()
    }
}

#[test]
fn the_text_of_a_report_is_the_golden_one() {
    let pack = pack(&["extension", "reuse"]);
    let report = alone(&rich(&pack));
    let parts = parts(&render(&report, &docx(&pack, Language::Chinese)));
    let mut found = text(&parts);
    for part in ["word/header1.xml", "word/footer1.xml"] {
        found = format!("{found}\n{part}: {}", lines(&parts[part]).join("\n"));
    }
    found += "\n";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(GOLDEN, &found).unwrap();
    }
    let golden = fs::read_to_string(GOLDEN).unwrap_or_default();
    assert!(
        found == golden,
        "{GOLDEN} is out of date: run `UPDATE=1 cargo test --test report_docx`"
    );
}

/// What 7.3 f and g ask for, and what else a report has.
const SECTIONS: [(&str, &str); 19] = [
    ("参评机构", "Evaluated body"),
    ("评价主体", "Evaluator"),
    ("评价活动基本情况", "Course of the evaluation"),
    ("评价流程", "Steps"),
    ("遴选评价专家", "Choosing experts"),
    ("评价指标的权重", "Weights of the indicators"),
    (
        "评价指标的赋值方法",
        "How values are assigned to the indicators",
    ),
    ("评价结果", "Results"),
    ("不满足的必要项", "Mandatory clauses not satisfied"),
    ("评价人员判定", "Findings of assessors"),
    ("外部评价结论", "Conclusions under other standards"),
    ("人员复用", "Reuse of people"),
    ("评价专家意见", "Opinion of the experts"),
    ("评价主体意见", "Opinion of the evaluator"),
    ("结果的作用范围与时效", "Scope and validity of the result"),
    ("有效期截止", "Valid until"),
    ("签字与盖章", "Signatures and seal"),
    ("逐条结果", "Clause by clause"),
    (
        "标准自身不一致之处",
        "Where the standard contradicts itself",
    ),
];

#[test]
fn every_section_is_there_in_both_languages() {
    let pack = pack(&["extension", "reuse"]);
    let report = alone(&rich(&pack));
    for (language, blank) in [
        (Language::Chinese, "（填写）"),
        (Language::English, "(to be filled in)"),
    ] {
        let parts = parts(&render(&report, &docx(&pack, language)));
        let text = text(&parts);
        for (chinese, english) in SECTIONS {
            let name = match language {
                Language::Chinese => chinese,
                Language::English => english,
            };
            assert!(text.contains(name), "{name}");
        }
        assert!(text.matches(blank).count() > 20, "places to fill in");
        assert!(!text.contains("{{") && !text.contains("{%"));
        let document = &parts["word/document.xml"];
        for level in 1..=3 {
            assert!(document.contains(&format!("w:pStyle w:val=\"Heading{level}\"")));
        }
        assert!(document.contains("TOC \\o"));
        assert!(parts["word/footer1.xml"].contains("NUMPAGES"));
        // Rows stay whole, and tables say on every page what their columns are.
        let rows = document.matches("<w:tr>").count();
        assert_eq!(document.matches("<w:cantSplit/>").count(), rows);
        assert!(document.contains("<w:tblHeader/>"));
    }
}

#[test]
fn its_numbers_are_those_of_the_json_report() {
    let pack = pack(&["extension", "reuse"]);
    let report = alone(&rich(&pack));
    let json: Value = serde_json::to_value(&report).unwrap();
    let parts = parts(&render(&report, &docx(&pack, Language::English)));
    let lines = lines(&parts["word/document.xml"]);
    let has = |line: &str| lines.iter().any(|other| other.trim() == line);
    let dossier = &json["dossiers"][0];
    for evaluation in dossier["evaluations"].as_array().unwrap() {
        let two_places = |decimal: &Value| {
            let (whole, places) = decimal
                .as_str()
                .unwrap()
                .split_once('.')
                .unwrap_or((decimal.as_str().unwrap(), ""));
            format!("{whole}.{places:0<2}")
        };
        let tally = |tally: &Value| format!("{}/{}", tally["satisfied"], tally["total"]);
        assert!(has(&two_places(&evaluation["score"])));
        assert!(has(&tally(&evaluation["mandatory"])) && has(&tally(&evaluation["compliance"])));
        let verdict = evaluation["verdict"].as_str().unwrap().to_uppercase();
        assert!(
            lines
                .iter()
                .any(|line| line.contains(&format!("Verdict: {verdict}")))
        );
        for term in evaluation["terms"].as_array().unwrap() {
            let name = term["title"]["en"].as_str().unwrap();
            let expected = [
                name.to_owned(),
                tally(&term["mandatory"]),
                tally(term),
                two_places(&term["points"]),
                term["weight"].to_string(),
            ];
            let mut rows = lines.windows(expected.len());
            assert!(rows.any(|row| row == expected), "{expected:?}");
        }
        for clause in evaluation["clauses"].as_array().unwrap() {
            let (id, title) = (
                clause["id"].as_str().unwrap(),
                clause["title"]["en"].as_str().unwrap(),
            );
            let at = lines
                .windows(2)
                .rposition(|pair| pair[0] == id && pair[1] == title);
            let status = clause["status"]
                .as_str()
                .unwrap()
                .replace('_', " ")
                .replace("error", "rule failed");
            let rest = &lines[at.unwrap() + 2..];
            assert!(
                rest.iter().take(4).any(|line| *line == status),
                "{id}: {status}"
            );
        }
    }
    for text in [&dossier["sha256"], &json["packs"][0]["sha256"]] {
        let text = text.as_str().unwrap();
        assert!(lines.iter().any(|line| line.contains(text)), "{text}");
    }
}

#[test]
fn places_are_shown_by_path_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("report.docx");
    let short = folder.path().join("short.yaml");
    let good = fs::read_to_string(GOOD).unwrap();
    fs::write(&short, good.replace("5000000", "1")).unwrap();
    let output = format!("docx={}", out.display());
    let ran = check(&[short.to_str().unwrap(), "-o", &output, "--lang", "en"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let text = text(&parts(&fs::read(&out).unwrap()));
    assert!(
        text.contains("provider.registered_capital_yuan (short.yaml:6)"),
        "{text}"
    );
}

#[test]
fn several_reports_stand_in_a_document_behind_a_list_of_them() {
    let pack = pack(&["extension", "reuse"]);
    let report = rich(&pack);
    for count in [0, 1, 2, 3] {
        let parts = parts(&render(
            &times(&report, count),
            &docx(&pack, Language::Chinese),
        ));
        let document = &parts["word/document.xml"];
        let text = text(&parts);
        assert!(
            text.contains("评价报告目录") && text.contains("b.yaml:3:7: people[0].id: is wrong")
        );
        assert_eq!(text.matches("签字与盖章").count(), 2 * count);
        // Each on a new page, with headers of its own.
        assert_eq!(document.matches("<w:sectPr>").count(), count + 1);
        let headers = parts.keys().filter(|name| name.starts_with("word/header"));
        assert_eq!(headers.count(), count.max(1));
        let find = |pattern: &str| -> Vec<String> {
            let pattern = Regex::new(pattern).unwrap();
            pattern
                .captures_iter(document)
                .map(|found| found[1].to_owned())
                .collect()
        };
        for (kind, unique) in [
            ("ids", find("bookmarkStart w:id=\"([^\"]*)\"")),
            ("names", find("bookmarkStart [^>]*w:name=\"([^\"]*)\"")),
        ] {
            let set: BTreeSet<&String> = unique.iter().collect();
            assert_eq!(set.len(), unique.len(), "{kind} of bookmarks");
        }
        let names: BTreeSet<String> = find("w:name=\"([^\"]*)\"").into_iter().collect();
        for used in find("PAGEREF (\\S+)") {
            assert!(names.contains(&used), "{used}");
        }
        // Whatever the text refers to is in the package.
        let relationships = &parts["word/_rels/document.xml.rels"];
        for used in find("r:id=\"([^\"]*)\"") {
            let target = Regex::new(&format!(
                "Id=\"{used}\"[^>]*Target=\"/?(?:word/)?([^\"]*)\""
            ))
            .unwrap();
            let target = &target.captures(relationships).unwrap()[1];
            assert!(parts.contains_key(&format!("word/{target}")), "{target}");
            assert!(
                parts["[Content_Types].xml"].contains(&format!("/word/{target}\"")),
                "{target}"
            );
        }
    }
}

#[test]
fn a_partial_report_says_so() {
    let pack = pack(&[]);
    let report = common::report(&pack, &evidence(&json!({})));
    let end = End {
        counts: report.counts(),
        partial: true,
        ..End::default()
    };
    for (language, said) in [
        (Language::Chinese, "报告不完整"),
        (Language::English, "this report is partial"),
    ] {
        let bytes = rendered(&report, &docx(&pack, language), &end).unwrap();
        assert!(text(&parts(&bytes)).contains(said));
    }
}

#[test]
fn the_same_dossiers_give_the_same_bytes_however_many_threads_there_are() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..6 {
        let patch = json!({"provider": {"registered_capital_yuan": number * 2_000_000}});
        write(folder.path(), &format!("{number}.json"), &evidence(&patch));
    }
    fs::write(
        folder.path().join("bad.yaml"),
        "schema: ciieval/dossier/v1\n",
    )
    .unwrap();
    let run = |jobs: &str| {
        let out = tempfile::tempdir().unwrap();
        let file = out.path().join("report.docx");
        let output = format!("docx={}", file.display());
        let ran = check(&[
            folder.path().to_str().unwrap(),
            "-q",
            "--jobs",
            jobs,
            "-o",
            &output,
        ]);
        assert_eq!(ran.code, 3, "{}", ran.err);
        fs::read(&file).unwrap()
    };
    let first = run("1");
    assert!(first == run("1") && first == run("4"));
    assert!(text(&parts(&first)).contains("bad.yaml"));
}

#[test]
fn evidence_stays_text() {
    let bad = "<script>alert(1)</script>=cmd|' /C calc'!A0\u{202e}\u{1b}[31m]]>::error::`|{{ 7*7 }}{% for %}&amp;\u{0}\u{1}甲\n乙";
    let shown = "<script>alert(1)</script>=cmd|' /C calc'!A0\\u{202e}\\u{1b}[31m]]>::error::`|{{ 7*7 }}{% for %}&amp;\\u{0}\\u{1}甲\u{2028}乙";
    let pack = pack(&["extension", "reuse"]);
    let mut report = rich(&pack);
    let dossier = &mut report.dossiers[0];
    dossier.provider.name = bad.to_owned();
    dossier.assessment.body = Some(bad.to_owned());
    dossier.path = bad.to_owned();
    for clause in &mut dossier.evaluations[0].clauses {
        for check in &mut clause.checks {
            check.actual = json!(bad);
            check.path = bad.to_owned();
        }
        for finding in &mut clause.findings {
            finding.assessor = bad.to_owned();
            finding.reason = bad.to_owned();
        }
    }
    report.errors[0].message = bad.to_owned();
    for count in [1, 2] {
        let parts = parts(&render(
            &times(&report, count),
            &docx(&pack, Language::Chinese),
        ));
        assert!(text(&parts).matches(shown).count() > 10);
        assert!(lines(&parts["word/header1.xml"])[0].starts_with(shown));
        for (name, part) in &parts {
            assert!(
                !part.contains(['\u{202e}', '\u{1b}', '\u{0}', '\u{1}']),
                "{name}"
            );
        }
    }
}

#[test]
fn an_office_shows_all_of_it() {
    let Some(office) = Office::find() else {
        return;
    };
    let pack = pack(&["extension", "reuse"]);
    let report = rich(&pack);
    let folder = tempfile::tempdir().unwrap();
    for (language, name) in [(Language::Chinese, "zh"), (Language::English, "en")] {
        for count in [1, 3] {
            let file = folder.path().join(format!("{name}-{count}.docx"));
            let report = if count == 1 {
                alone(&report)
            } else {
                times(&report, count)
            };
            fs::write(&file, render(&report, &docx(&pack, language))).unwrap();
            let pdf = office.convert(&file, "pdf", folder.path());
            let text: String = pdf_text(&pdf).split_whitespace().collect();
            for (chinese, english) in SECTIONS {
                let wanted = if language == Language::Chinese {
                    chinese
                } else {
                    english
                };
                let wanted: String = wanted.split_whitespace().collect();
                assert!(text.matches(&wanted).count() >= count, "{name}: {wanted}");
            }
            let clauses = report.dossiers[0]
                .evaluations
                .iter()
                .flat_map(|evaluation| &evaluation.clauses);
            for clause in clauses {
                assert!(text.contains(&clause.id), "{name}: {}", clause.id);
            }
            let errors = text.contains("b.yaml:3:7:people[0].id");
            assert_eq!(errors, count > 1);
        }
    }
}

/// Reads every paragraph and cell, in the text and in headers, by a library of others.
const READER: &str = "
import sys, docx
document = docx.Document(sys.argv[1])
for paragraph in document.paragraphs: print(paragraph.style.name + ': ' + paragraph.text)
for table in document.tables:
    for row in table.rows: print(' | '.join(cell.text for cell in row.cells))
for section in document.sections: print('header: ' + section.header.paragraphs[0].text)
";

#[test]
fn an_independent_reader_finds_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let Some(library) = or_skip(python_docx(folder.path())) else {
        return;
    };
    let pack = pack(&["extension", "reuse"]);
    let report = times(&rich(&pack), 2);
    let file = folder.path().join("report.docx");
    fs::write(&file, render(&report, &docx(&pack, Language::English))).unwrap();
    let mut python = Command::new("python3");
    python
        .env("PYTHONPATH", library)
        .args(["-c", READER])
        .arg(&file);
    let found = run(&mut python).unwrap();
    let name = &report.dossiers[0].provider.name;
    assert_eq!(found.matches(&format!("header: {name}")).count(), 2);
    assert_eq!(found.matches("Heading 1: ").count(), 2 * 13, "{found}");
    for evaluation in &report.dossiers[0].evaluations {
        for clause in &evaluation.clauses {
            let row = format!("{} | {}", clause.id, clause.title.en);
            assert!(found.matches(&row).count() >= 2, "{row}");
        }
    }
}

/// A folder with python-docx, installed from the package index.
fn python_docx(folder: &Path) -> Result<PathBuf, String> {
    let library = folder.join("library");
    let mut pip = Command::new("python3");
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "python-docx==1.2.0",
        "--target",
    ]);
    run(pip.arg(&library))
        .map_err(|error| format!("reading documents needs python-docx: {error}"))?;
    Ok(library)
}
