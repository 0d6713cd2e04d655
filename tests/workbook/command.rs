//! `init --format xlsx`, `convert` and `check` as people use them.

use serde_json::{Value, json};
use std::fs;
use std::path::Path;

use crate::book::{Book, Put, small};
use crate::common::{ciieval, write};

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_workbook_is_made_filled_in_and_evaluated() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.xlsx");
    let init = [
        "init",
        "--format",
        "xlsx",
        "--class",
        "consulting",
        "--date",
        "2026-06-30",
        "--provider",
        "某机构",
        "--lang",
        "zh",
        "-o",
        text(&file),
    ];
    let ran = ciieval(&init);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let bytes = fs::read(&file).unwrap();
    // It is not written over by mistake, and the same every time.
    let ran = ciieval(&init);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .ends_with("is there already and is left as it is: name another file\n"),
        "{}",
        ran.err
    );
    assert!(fs::read(&file).unwrap() == bytes);

    // Nothing that nobody filled in counts.
    let ran = ciieval(&["check", "--format", "json", text(&file)]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let evaluation = &report["dossiers"][0]["evaluations"][0];
    assert_eq!(evaluation["compliance"]["satisfied"], 0);

    let mut book = Book::open(&bytes);
    book.fill("assessment.reference_date", Put::Day(46_203.0));
    book.put("人员", 1, "id", "p01");
    book.put("人员", 1, "name", "张三");
    fs::write(&file, book.bytes()).unwrap();
    let ran = ciieval(&["check", "--format", "json", text(&file)]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        report["dossiers"][0]["evaluations"][0]["class"],
        "consulting"
    );
    assert_eq!(report["dossiers"][0]["provider"]["name"], "某机构");
}

#[test]
fn errors_name_sheet_and_cell_in_every_report() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.xlsx");
    let mut book = Book::of(&small());
    book.put("人员", 1, "education.level", "x");
    fs::write(&file, book.bytes()).unwrap();
    let place = "a.xlsx: sheet 人员, cell M2";
    let ran = ciieval(&["check", "--format", "json", text(&file)]);
    assert_eq!(ran.code, 3);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let error = &report["errors"][0];
    let cell = json!([
        error["sheet"],
        error["line"],
        error["column"],
        error["where"]
    ]);
    assert_eq!(cell, json!(["人员", 2, 13, "people[0].education.level"]));
    for format in [
        "text", "csv", "junit", "sarif", "github", "markdown", "html",
    ] {
        let ran = ciieval(&["check", "-q", "--format", format, text(&file)]);
        let shown = if format == "text" {
            ran.out + &ciieval(&["check", text(&file)]).err
        } else {
            ran.out
        };
        assert!(shown.contains(place), "{format}: {shown}");
    }
}

#[test]
fn checks_name_sheet_and_cell() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.xlsx");
    fs::write(&file, Book::of(&small()).bytes()).unwrap();
    let cache = folder.path().join("cache");
    // The second time places are looked for in a result that was kept.
    let reports = [0, 1].map(|_| {
        let ran = ciieval(&[
            "check",
            "-q",
            "--format",
            "csv",
            "--cache",
            text(&cache),
            text(&file),
        ]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        ran.out
    });
    assert!(
        reports[0].contains("a.xlsx: sheet 卷宗, cell B"),
        "{}",
        reports[0]
    );
    assert_eq!(reports[0], reports[1]);
    let ran = ciieval(&["check", "-q", "--format", "sarif", text(&file)]);
    assert!(!ran.out.contains("startLine"));
}

#[test]
fn a_dossier_goes_to_a_workbook_and_back_by_command() {
    let folder = tempfile::tempdir().unwrap();
    let from = write(folder.path(), "a.json", &small());
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (from, to) in [
        (&from, "a.xlsx"),
        (&path("a.xlsx"), "b.yaml"),
        (&path("b.yaml"), "c.json"),
    ] {
        let ran = ciieval(&["convert", from, &path(to)]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{to}");
    }
    let back: Value = serde_json::from_str(&fs::read_to_string(path("c.json")).unwrap()).unwrap();
    assert_eq!(back, small());
}

#[test]
fn what_cannot_be_converted_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let mut bad = small();
    bad["people"][0]["id"] = json!(7);
    let from = write(folder.path(), "a.json", &bad);
    let ran = ciieval(&["convert", &from, &path("a.xlsx")]);
    assert_eq!(ran.code, 3);
    assert!(
        ran.err
            .contains("people[0].id: is a whole number, must be text"),
        "{}",
        ran.err
    );
    assert!(!Path::new(&path("a.xlsx")).exists());
    let ran = ciieval(&["convert", &from, &path("a.pdf")]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .ends_with("its name must end in .xlsx, .yaml, .yml, .json\n"),
        "{}",
        ran.err
    );
    let ran = ciieval(&["convert", "fixtures/dossiers", &path("b.xlsx")]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            3,
            "error: fixtures/dossiers: holds several dossiers: name one of them\n"
        )
    );
    let ran = ciieval(&["init", "--format", "xlsx"]);
    assert_eq!(ran.code, 2);
    let ran = ciieval(&[
        "init",
        "--format",
        "xlsx",
        "--class",
        "consultin",
        "-o",
        &path("c.xlsx"),
    ]);
    assert_eq!(ran.code, 2);
    assert!(!Path::new(&path("c.xlsx")).exists());
}
