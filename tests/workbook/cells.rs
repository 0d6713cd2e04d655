//! What is wrong with values, by sheet and cell.

use ciieval::dossier::Places;
use serde_json::json;

use crate::book::{Book, Put, read, small};

/// What is said about a workbook with something else in one cell.
fn said(sheet: &str, row: usize, token: &str, put: impl Into<Put>) -> Vec<String> {
    let mut book = Book::of(&small());
    book.put(sheet, row, token, put);
    book.problems()
}

/// The one thing that is said about what is put into the second certificate or project.
fn one(sheet: &str, token: &str, put: impl Into<Put>) -> String {
    let said = said(sheet, 1, token, put);
    assert_eq!(said.len(), 1, "{said:?}");
    said.into_iter().next().unwrap()
}

#[test]
fn words_are_known_by_label_and_by_id() {
    for word in ["大学本科", "bachelor", "Bachelor"] {
        let mut book = Book::of(&small());
        book.put("人员", 1, "education.level", word);
        assert_eq!(book.read().unwrap(), small());
    }
    assert_eq!(
        one("人员", "education.level", "大学本"),
        "a.xlsx: sheet 人员, cell M2: people[0].education.level: unknown education level `大学本` (choices: `secondary`, `college`, `bachelor`, `master`, `doctor`)"
    );
    assert_eq!(
        one("人员-证书", "kind", "cips"),
        "a.xlsx: sheet 人员-证书, cell B2: people[0].certificates[0].kind: unknown certificate `cips`; did you mean `cisp`?"
    );
}

#[test]
fn words_of_a_list_stand_on_lines_or_between_semicolons() {
    for text in [
        "consulting.planning\n安全设计咨询",
        "安全规划咨询；consulting.design",
        "安全规划咨询; 安全设计咨询;",
    ] {
        let mut book = Book::of(&small());
        book.put("服务项目", 1, "services", text);
        let read = book.read().unwrap();
        assert_eq!(
            read["projects"][0]["services"],
            json!(["consulting.planning", "consulting.design"])
        );
    }
    let text = one("服务项目", "services", "安全规划咨询\n安全");
    assert!(
        text.starts_with(
            "a.xlsx: sheet 服务项目, cell E2: projects[0].services[1]: unknown service item `安全`"
        ),
        "{text}"
    );
}

#[test]
fn formulas_that_failed_or_have_no_result_are_told() {
    for error in ["#REF!", "#N/A", "#DIV/0!"] {
        assert_eq!(
            one("人员", "name", Put::Formula(Some(error))),
            format!(
                "a.xlsx: sheet 人员, cell B2: people[0].name: has the formula error {error}: correct the formula, or type the value"
            )
        );
    }
    let mut book = Book::of(&small());
    book.put("人员", 1, "name", Put::Formula(Some("王五")));
    assert_eq!(book.read().unwrap()["people"][0]["name"], "王五");
}

#[test]
fn numbers_and_texts_are_told_apart() {
    assert_eq!(
        one("服务项目", "budget_yuan", "1,200.5"),
        "a.xlsx: sheet 服务项目, cell K2: projects[0].budget_yuan: is a number stored as text: give the cell a number format and type 1200.5 again, or choose Convert to Number at its green corner"
    );
    assert_eq!(
        one("服务项目", "budget_yuan", "约一万"),
        "a.xlsx: sheet 服务项目, cell K2: projects[0].budget_yuan: is text, must be a number"
    );
    assert_eq!(
        one("服务项目", "budget_yuan", Put::Number(-1.0)),
        "a.xlsx: sheet 服务项目, cell K2: projects[0].budget_yuan: is -1, must be at least 0"
    );
    for number in [1.1, 1.23e17] {
        let said = one("人员-证书", "number", Put::Number(number));
        assert!(
            said.ends_with("must be text: give the cell a text format and type it again, since numbers lose zeros and long ones lose digits"),
            "{said}"
        );
    }
    let mut book = Book::of(&small());
    book.put("人员-证书", 1, "number", Put::Number(2024.0));
    let read = book.read().unwrap();
    assert_eq!(read["people"][0]["certificates"][0]["number"], "2024");
}

#[test]
fn yes_and_no_are_read_in_either_language() {
    for (put, expected) in [
        (Put::from("是"), true),
        ("no".into(), false),
        (Put::Boolean(true), true),
        ("FALSE".into(), false),
    ] {
        let mut book = Book::of(&small());
        book.put("服务项目", 1, "remote", put);
        assert_eq!(book.read().unwrap()["projects"][0]["remote"], expected);
    }
    assert!(
        one("服务项目", "remote", "也许")
            .ends_with("projects[0].remote: is text, must be yes or no (是 or 否)")
    );
    assert!(
        one("服务项目", "remote", Put::Number(1.0))
            .ends_with("is the number 1, must be yes or no (是 or 否)")
    );
    assert!(one("人员", "name", Put::Boolean(true)).ends_with("is true or false, which does not belong here: give the cell a text format and type it again"));
}

#[test]
fn json_in_a_cell_must_be_json() {
    let said = one("人员", "name", "json:{");
    assert!(
        said.contains("cell B2: people[0].name: begins with `json:`, and what follows is no JSON"),
        "{said}"
    );
}

#[test]
fn what_is_missing_is_told_by_its_empty_cell() {
    let mut book = Book::of(&small());
    book.put("人员", 2, "name", Put::Nothing);
    book.put("人员", 1, "employment.until", Put::Day(46_203.0));
    book.put("人员", 1, "employment.from", Put::Nothing);
    book.fill("assessment.reference_date", Put::Nothing);
    assert_eq!(
        book.problems(),
        [
            "a.xlsx: sheet 人员, cell H2: people[0].employment: lacks the key `from` (First day)",
            "a.xlsx: sheet 人员, cell B3: people[1]: lacks the key `name` (Name)",
            "a.xlsx: sheet 卷宗, cell B5: assessment: lacks the key `reference_date` (Reference date): Every duration and validity is computed from this day.",
        ]
    );
}

#[test]
fn references_ids_and_periods_are_checked_as_in_every_dossier() {
    let mut book = Book::of(&small());
    book.put("人员", 2, "id", "p01");
    book.put("服务项目", 1, "manager", "p09");
    let problems = book.problems();
    assert!(
        problems.contains(
            &"a.xlsx: sheet 人员, cell A3: people[1].id: the id `p01` is taken by people[0].id"
                .to_owned()
        ),
        "{problems:?}"
    );
    assert!(problems.iter().any(|text| text.starts_with("a.xlsx: sheet 服务项目, cell M2: projects[0].manager: refers to `p09`, which is not in `people`")), "{problems:?}");
}

#[test]
fn small_entries_stand_on_lines() {
    let mut book = Book::of(&small());
    book.put("人员", 1, "attachments", "证书.pdf\n 学历.pdf | | 第 3 页");
    let read = book.read().unwrap();
    assert_eq!(
        read["people"][0]["attachments"],
        json!([{"file": "证书.pdf"}, {"file": "学历.pdf", "page": "第 3 页"}])
    );
    let said = one("人员", "attachments", "a|b|c|d");
    assert!(
        said.ends_with(
            "people[0].attachments: has 4 parts on a line; write at most 3: file | sha256 | page"
        ),
        "{said}"
    );
}

#[test]
fn everything_has_its_cell() {
    let dossier = read(&Book::of(&small()).bytes()).unwrap();
    let place = |places: &Places, path: &str| places.locate(path).map(|place| place.to_string());
    for (path, expected) in [
        ("people[1].name", Some("sheet 人员, cell B3")),
        ("people[1]", Some("sheet 人员, cell A3")),
        ("people[0].employment", Some("sheet 人员, cell H2")),
        (
            "people[0].certificates[1].kind",
            Some("sheet 人员-证书, cell B3"),
        ),
        ("projects[0].services[0]", Some("sheet 服务项目, cell E2")),
        (
            "projects[0].deliverables[0].reviews[0].date",
            Some("sheet 服务项目-交付成果-评审, cell B2"),
        ),
        ("provider.name", Some("sheet 卷宗, cell B11")),
        ("tools", None),
    ] {
        let found = place(&dossier.places, path);
        let found = found
            .as_deref()
            .and_then(|place| place.split_once("a.xlsx: "));
        assert_eq!(found.map(|(_, cell)| cell), expected, "{path}");
    }
}
