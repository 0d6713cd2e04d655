//! The Excel report: the numbers of the JSON report as numbers, in sheets that filter and print, and
//! evidence as text.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;
#[path = "common/workbook.rs"]
mod workbook;

use calamine::Data;
use ciieval::report::format;
use ciieval::report::xlsx::Xlsx;
use ciieval::text::Language;
use common::hostile::{HOSTILE, hostile};
use common::office::{Office, pdf_text};
use common::rich::rich;
use common::{GOOD, check, ciieval, command, evidence, pack, write};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use tempfile::TempDir;
use workbook::{Sheet, part, parts, said, sheets};

/// The workbook on the report that has something in every part.
fn rich_book(folder: &Path, language: Language) -> PathBuf {
    let pack = Arc::new(pack(&["extension", "reuse"]));
    let bytes = format::bytes(&rich(&pack), &Xlsx::new(pack, language)).unwrap();
    let file = folder.join("report.xlsx");
    fs::write(&file, bytes).unwrap();
    file
}

/// The workbook and the JSON report of one run.
fn run(paths: &[&str], more: &[&str]) -> (TempDir, PathBuf, Value) {
    let folder = tempfile::tempdir().unwrap();
    let (book, json) = (folder.path().join("r.xlsx"), folder.path().join("r.json"));
    let (xlsx, to_json) = (
        format!("xlsx={}", book.display()),
        format!("json={}", json.display()),
    );
    let outputs = ["-q", "-o", &xlsx, "-o", &to_json];
    let ran = ciieval(&[&["check"], paths, &outputs, more].concat());
    assert!(ran.err.is_empty(), "{}", ran.err);
    let report = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
    (folder, book, report)
}

fn named<'s>(sheets: &'s [Sheet], name: &str) -> &'s Sheet {
    sheets.iter().find(|sheet| sheet.name == name).unwrap()
}

fn texts(cells: &[&Data]) -> Vec<String> {
    cells.iter().map(|cell| said(cell)).collect()
}

/// What a column has, which must be numbers.
fn numbers(sheet: &Sheet, name: &str) -> Vec<f64> {
    let number = |cell: &Data| match cell {
        Data::Float(number) => *number,
        other => unreachable!("{name}: {other:?}"),
    };
    sheet.column(name).into_iter().map(number).collect()
}

fn each<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value[key].as_array().unwrap().iter()
}

#[test]
fn the_sheets_are_the_golden_ones_in_both_languages() {
    for (language, name) in [(Language::Chinese, "zh"), (Language::English, "en")] {
        let folder = tempfile::tempdir().unwrap();
        let text = workbook::text(&sheets(&rich_book(folder.path(), language)));
        let golden = format!("tests/golden/sheets.{name}.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &text).unwrap();
        }
        assert!(
            text == fs::read_to_string(&golden).unwrap_or_default(),
            "{golden} is out of date: run `UPDATE=1 cargo test --test report_xlsx`"
        );
    }
}

#[test]
#[allow(clippy::float_cmp)] // the same numbers, not nearly the same
fn it_has_the_numbers_of_the_json_report_as_numbers() {
    let (_folder, book, report) = run(&["fixtures/dossiers"], &["--lang", "en"]);
    let sheets = sheets(&book);
    let evaluations: Vec<&Value> = each(&report, "dossiers")
        .flat_map(|dossier| each(dossier, "evaluations"))
        .collect();
    let decimal = |value: &Value| value.as_str().unwrap().parse::<f64>().unwrap();
    let summary = named(&sheets, "Summary");
    let expected = |pick: &dyn Fn(&Value) -> f64| -> Vec<f64> {
        evaluations
            .iter()
            .map(|evaluation| pick(evaluation))
            .collect()
    };
    for (column, tally, of) in [
        ("Mandatory satisfied", "mandatory", "satisfied"),
        ("Mandatory clauses", "mandatory", "total"),
        ("Clauses satisfied", "compliance", "satisfied"),
        ("Clauses in all", "compliance", "total"),
    ] {
        let pick = |evaluation: &Value| evaluation[tally][of].as_f64().unwrap();
        assert_eq!(numbers(summary, column), expected(&pick), "{column}");
    }
    assert_eq!(
        numbers(summary, "Score"),
        expected(&|one| decimal(&one["score"]))
    );
    let exact = texts(&summary.column("Exact score"));
    let verdicts = texts(&summary.column("Verdict"));
    for ((evaluation, exact), verdict) in evaluations.iter().zip(exact).zip(verdicts) {
        assert_eq!(evaluation["score_exact"], exact.as_str());
        assert_eq!(evaluation["verdict"], verdict.to_lowercase().as_str());
    }
    let days = summary.column("Reference date");
    assert!(
        days.iter()
            .all(|day| matches!(day, Data::DateTime(_)) && said(day) == "2026-06-30")
    );

    let terms = named(&sheets, "Terms");
    let of_terms: Vec<&Value> = evaluations
        .iter()
        .flat_map(|one| each(one, "terms"))
        .collect();
    assert_eq!(of_terms.len(), evaluations.len() * 15);
    let points: Vec<f64> = of_terms
        .iter()
        .map(|term| decimal(&term["points"]))
        .collect();
    assert_eq!(numbers(terms, "Points"), points);
    for (column, key) in [
        ("Weight", "weight"),
        ("Satisfied", "satisfied"),
        ("Clauses", "total"),
    ] {
        let expected: Vec<f64> = of_terms
            .iter()
            .map(|term| term[key].as_f64().unwrap())
            .collect();
        assert_eq!(numbers(terms, column), expected, "{column}");
    }
}

#[test]
fn every_clause_gap_and_check_has_its_row() {
    let (_folder, book, report) = run(&["fixtures/dossiers"], &["--lang", "en"]);
    let sheets = sheets(&book);
    let evaluations = each(&report, "dossiers").flat_map(|dossier| each(dossier, "evaluations"));
    let clauses: Vec<&Value> = evaluations.flat_map(|one| each(one, "clauses")).collect();
    let sheet = named(&sheets, "Clauses");
    let status = |clause: &Value| clause["status"].as_str().unwrap().replace('_', " ");
    let expected: Vec<String> = clauses.iter().map(|clause| status(clause)).collect();
    assert_eq!(texts(&sheet.column("Status")), expected);
    let ids: Vec<String> = clauses
        .iter()
        .map(|clause| clause["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(texts(&sheet.column("Clause")), ids);

    let short = |clause: &&&Value| {
        !matches!(
            clause["status"].as_str(),
            Some("satisfied" | "not_applicable")
        )
    };
    let gaps = texts(&named(&sheets, "Gaps").column("Mandatory"));
    let mandatory = |clause: &&&Value| clause["mandatory"] == true;
    assert_eq!(gaps.len(), clauses.iter().filter(short).count());
    let of_gaps = gaps.iter().filter(|mandatory| *mandatory == "yes").count();
    assert_eq!(
        of_gaps,
        clauses.iter().filter(short).filter(mandatory).count()
    );

    let checks: Vec<&Value> = clauses
        .iter()
        .flat_map(|clause| each(clause, "checks"))
        .collect();
    let results = texts(&named(&sheets, "Checks").column("Result"));
    assert_eq!(results.len(), checks.len());
    for (check, result) in checks.iter().zip(results) {
        let expected = match (&check["information"], &check["ok"], &check["missing"]) {
            (Value::Bool(true), ..) => "information",
            (_, Value::Bool(true), _) => "met",
            (.., Value::Bool(true)) => "no evidence",
            _ => "not met",
        };
        assert_eq!(result, expected);
    }
}

#[test]
fn sheets_filter_keep_their_headings_in_sight_and_print_on_wide_pages() {
    let folder = tempfile::tempdir().unwrap();
    let book = rich_book(folder.path(), Language::English);
    let sheets = sheets(&book);
    let names = part(&book, "xl/workbook.xml");
    for (number, sheet) in sheets.iter().enumerate() {
        let xml = part(&book, &format!("xl/worksheets/sheet{}.xml", number + 1));
        let heading = if number == 0 { 7 } else { 1 };
        let column = char::from(b'A' + u8::try_from(sheet.rows[heading - 1].len()).unwrap() - 1);
        for expected in [
            format!("<pane ySplit=\"{heading}\" "),
            "state=\"frozen\"".to_owned(),
            format!(
                "<autoFilter ref=\"A{heading}:{column}{}\"",
                sheet.rows.len()
            ),
            "orientation=\"landscape\"".to_owned(),
            "fitToHeight=\"0\"".to_owned(),
            "<pageSetUpPr fitToPage=\"1\"".to_owned(),
        ] {
            assert!(
                xml.contains(&expected),
                "{}: {expected} in {}",
                sheet.name,
                &xml[..1500]
            );
        }
        let title = format!("!${heading}:${heading}</definedName>");
        assert!(names.contains(&title), "{title} in {names}");
    }
    let said = parts(&book);
    assert!(
        !said
            .iter()
            .any(|part| part.contains("custom") || part.contains("printer"))
    );
    let core = part(&book, "docProps/core.xml");
    assert!(core.contains(&format!(
        "<dc:creator>ciieval {}</dc:creator>",
        env!("CARGO_PKG_VERSION")
    )));
    assert_eq!(core.matches("1980-01-01T00:00:00Z").count(), 2, "{core}");
}

#[test]
fn the_same_dossiers_give_the_same_bytes_whatever_the_threads() {
    let bytes = |jobs| {
        let (_folder, book, _) = run(&["fixtures/dossiers"], &["-j", jobs]);
        fs::read(book).unwrap()
    };
    let one = bytes("1");
    assert!(one == bytes("4"));
    std::thread::sleep(std::time::Duration::from_secs(2));
    assert!(one == bytes("1"), "the clock is not in it");
}

#[test]
fn evidence_is_text_and_never_a_formula_or_a_link() {
    let folder = tempfile::tempdir().unwrap();
    for (number, (text, _)) in HOSTILE.iter().enumerate() {
        write(folder.path(), &format!("{number:02}.json"), &hostile(text));
    }
    let packs = ["--policies", "tests/packs/standard", "--lang", "en"];
    let (_out, book, report) = run(&[folder.path().to_str().unwrap()], &packs);
    assert_eq!(each(&report, "dossiers").count(), HOSTILE.len());
    for (number, sheet) in sheets(&book).iter().enumerate() {
        let xml = part(&book, &format!("xl/worksheets/sheet{}.xml", number + 1));
        for marker in ["<f>", "<f ", "hyperlink", "<script", "\u{202e}", "\u{1b}"] {
            assert!(!xml.contains(marker), "{}: {marker}", sheet.name);
        }
        if !matches!(sheet.name.as_str(), "Summary" | "Findings" | "Gaps") {
            continue;
        }
        let providers = texts(&sheet.column("Provider"));
        for (_, shown) in HOSTILE {
            assert!(
                providers.iter().any(|name| name == shown),
                "{}: {shown}",
                sheet.name
            );
        }
    }
    assert!(!parts(&book).iter().any(|part| part.contains("rels/sheet")));
    // What somebody wrote in lines stays in lines.
    let reasons = texts(&named(&sheets(&book), "Findings").column("Reason"));
    assert!(
        reasons.iter().any(|reason| reason == "\\t=1+1\nx"),
        "{reasons:?}"
    );
}

#[test]
fn one_broken_dossier_among_many_has_its_rows_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..40 {
        let short = evidence(&json!({"provider": {"registered_capital_yuan": number}}));
        write(folder.path(), &format!("{number:02}.json"), &short);
    }
    let broken = folder.path().join("17b.yaml");
    fs::write(&broken, "provider:\n  nome: x\n").unwrap();
    let packs = ["--policies", "tests/packs/standard", "--lang", "en"];
    let (_out, book, report) = run(&[folder.path().to_str().unwrap()], &packs);
    let sheets = sheets(&book);
    assert_eq!(named(&sheets, "Summary").below("Provider").len(), 40);
    let errors = named(&sheets, "Not evaluated");
    let expected: Vec<&Value> = each(&report, "errors").collect();
    let messages: Vec<String> = texts(&errors.column("Problem"));
    assert_eq!(messages.len(), expected.len());
    assert!(
        messages
            .iter()
            .zip(&expected)
            .all(|(said, error)| error["message"] == said.as_str())
    );
    let name = broken.to_str().unwrap();
    assert!(
        texts(&errors.column("Dossier or path"))
            .iter()
            .all(|path| path == name)
    );
    assert!(errors.column("Line").contains(&&Data::Float(2.0)));
    let gaps = named(&sheets, "Gaps");
    let first = folder.path().join("00.json");
    assert_eq!(
        said(gaps.column("File and line")[0]),
        format!("{}:1", first.display())
    );
    let totals = said(&named(&sheets, "Summary").rows[2][0]);
    assert!(
        totals.contains("fail: 40, undetermined: 0; not evaluated: 1"),
        "{totals}"
    );
}

#[test]
#[cfg(unix)]
fn an_interrupted_run_says_on_every_page_that_it_is_partial() {
    use std::io::{BufRead, BufReader, Read, Write};
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("r.xlsx");
    let (xlsx, csv) = (
        format!("xlsx={}", book.display()),
        folder.path().join("r.csv"),
    );
    let to_csv = format!("csv={}", csv.display());
    let arguments = [
        "check",
        "-",
        "--policies",
        "tests/packs/standard",
        "--format",
        "ndjson",
        "--lang",
        "en",
        "-o",
        &xlsx,
        "-o",
        &to_csv,
    ];
    let mut child = command(&arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    writeln!(stdin, "{}", evidence(&json!({}))).unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut String::new()).unwrap();
    let killed = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(killed.unwrap().success());
    stdout.read_to_string(&mut String::new()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let sheets = sheets(&book);
    assert_eq!(named(&sheets, "Summary").below("Provider").len(), 1);
    let partial = "Interrupted: this report is partial and has only what was finished before";
    assert_eq!(said(&named(&sheets, "Summary").rows[3][0]), partial);
    for number in 1..=sheets.len() {
        let xml = part(&book, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(xml.contains(&format!("<oddHeader>&amp;C&amp;B{partial}</oddHeader>")));
    }
    let csv = fs::read_to_string(csv).unwrap();
    let last = csv.lines().last().unwrap();
    assert!(last.starts_with("partial,") && last.contains(&format!(",{partial},")));
    drop(stdin);
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_is_not_shown_a_workbook_and_a_pipe_takes_it() {
    let run = |arguments: &str| {
        let run = format!(
            "{} check {GOOD} --policies tests/packs/standard {arguments}",
            env!("CARGO_BIN_EXE_ciieval")
        );
        let mut script = Command::new("script");
        script.args(["--quiet", "--return", "--command", &run, "/dev/null"]);
        let output = script.env("LC_ALL", "C.UTF-8").output().unwrap();
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
        )
    };
    for arguments in ["--format xlsx", "-o xlsx=-", "-o xlsx=/dev/tty"] {
        let (code, said) = run(arguments);
        assert_eq!(code, Some(2), "{said}");
        assert!(
            said.starts_with(
                "error: a terminal cannot show the format `xlsx`: write `-o xlsx=report.xlsx`"
            ),
            "{said}"
        );
    }
    let arguments = [
        "check",
        GOOD,
        "--policies",
        "tests/packs/standard",
        "-o",
        "xlsx=-",
    ];
    let piped = command(&arguments).output().unwrap();
    assert_eq!(piped.status.code(), Some(0));
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("r.xlsx");
    fs::write(&book, piped.stdout).unwrap();
    assert!(sheets(&book).len() >= 5);
    let both = check(&[GOOD, "--format", "text", "-o", "xlsx=-"]);
    assert_eq!(
        (both.code, both.err.as_str()),
        (2, "error: two reports go to stdout\n")
    );
}

#[test]
#[cfg(target_os = "linux")]
fn no_room_for_its_sheets_costs_only_the_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("r.xlsx");
    // The system lets no file grow beyond 64 kilobytes.
    let script = "trap '' XFSZ; ulimit -f 64; exec \"$@\"";
    let mut limited = Command::new("bash");
    limited.args([
        "-c",
        script,
        "bash",
        env!("CARGO_BIN_EXE_ciieval"),
        "check",
        "fixtures/dossiers",
    ]);
    limited
        .args(["-q", "--format", "json", "-o"])
        .arg(format!("xlsx={}", book.display()));
    let output = limited.output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(
        err.contains(&format!("error: `{}` cannot be written: ", book.display())),
        "{err}"
    );
    assert!(!book.exists());
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(each(&report, "dossiers").count(), 6);
}

#[test]
fn an_office_shows_every_sheet_in_both_languages() {
    let Some(office) = Office::find() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    for language in [Language::Chinese, Language::English] {
        let book = rich_book(folder.path(), language);
        let text = pdf_text(&office.convert(&book, "pdf", folder.path()));
        let pressed = |text: &str| text.split_whitespace().collect::<String>();
        let seen = pressed(&text);
        for sheet in sheets(&book) {
            assert!(
                seen.contains(&pressed(&sheet.name)),
                "no sheet `{}` in {text}",
                sheet.name
            );
            // Longer texts are spread over lines between those of other columns.
            let short = |text: &String| text.chars().count() < 7 && !text.contains('\n');
            for cell in sheet.rows.iter().flatten().map(said).filter(short) {
                assert!(
                    seen.contains(&pressed(&cell)),
                    "no `{cell}` of {} in {text}",
                    sheet.name
                );
            }
        }
    }
}
