//! Days as spreadsheets have them.

use serde_json::{Value, json};

use crate::book::{Book, Put, read, small, with_part};

const SHEET: &str = "人员-证书";

fn with(put: impl Into<Put>) -> Book {
    let mut book = Book::of(&small());
    book.put(SHEET, 2, "valid_from", put);
    book
}

fn day(read: &Value) -> &Value {
    &read["people"][0]["certificates"][1]["valid_from"]
}

fn one(put: impl Into<Put>) -> String {
    let problems = with(put).problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    let start = "a.xlsx: sheet 人员-证书, cell F3: people[0].certificates[1].valid_from: ";
    problems[0]
        .strip_prefix(start)
        .unwrap_or(&problems[0])
        .to_owned()
}

#[test]
fn a_date_cell_and_iso_text_are_days() {
    assert_eq!(day(&with(Put::Day(46_203.0)).read().unwrap()), "2026-06-30");
    assert_eq!(day(&with(" 2026-06-30 ").read().unwrap()), "2026-06-30");
}

#[test]
fn days_counted_from_1904_are_the_days_they_show() {
    let bytes = with_part(
        &with(Put::Day(46_203.0 - 1_462.0)).bytes(),
        "xl/workbook.xml",
        |text| {
            assert!(text.contains("<workbookPr "));
            text.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
        },
    );
    let read = read(&bytes).unwrap().evidence;
    assert_eq!(day(&read), "2026-06-30");
    // All others are counted so too.
    assert_eq!(read["people"][0]["employment"]["from"], json!("2023-03-02"));
}

#[test]
fn what_is_no_day_is_told_with_the_day_that_may_be_meant() {
    assert_eq!(
        one(Put::Day(46_203.5)),
        "has a time of day, must be a date: write 2026-06-30 without the time"
    );
    assert_eq!(
        one("2026年6月30日"),
        "is text, not a date: write 2026-06-30, or give the cell a date format and type it again"
    );
    assert_eq!(
        one("2026/6/30"),
        "is text, not a date: write 2026-06-30, or give the cell a date format and type it again"
    );
    assert_eq!(one("长期"), "`长期` is no date: write YYYY-MM-DD");
    assert_eq!(one("2026-02-30"), "`2026-02-30` is no day of the calendar");
    assert_eq!(
        one(Put::Number(46_203.0)),
        "is the number 46203, must be a date: give the cell a date format, or write YYYY-MM-DD"
    );
    assert_eq!(
        one(Put::Day(12.0)),
        "is no day that can be read: write YYYY-MM-DD"
    );
}

#[test]
fn a_date_where_text_or_a_number_belongs_is_told() {
    let mut book = Book::of(&small());
    book.put(SHEET, 1, "number", Put::Day(46_203.0));
    book.put("服务项目", 1, "budget_yuan", Put::Day(46_203.0));
    assert_eq!(
        book.problems(),
        [
            "a.xlsx: sheet 人员-证书, cell D2: people[0].certificates[0].number: has a date or a time (2026-06-30), must be text: give the cell a text format and type it again",
            "a.xlsx: sheet 服务项目, cell K2: projects[0].budget_yuan: has a date or a time, must be a number: give the cell a number format and type it again",
        ]
    );
}
