//! Cells and rows of a workbook before they are written. As lines of JSON they pass from the threads that
//! render dossiers to the one that writes.

use rust_xlsxwriter::ExcelDateTime;
use serde::{Deserialize, Serialize};

use super::sheet::Sheet;
use crate::report::text::page::Tone;
use crate::report::text::safe::safe;

/// What is in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Text, whatever it looks like: never a formula, never a link.
    Text(String),
    /// A number as it is.
    Number(f64),
    /// A number with two decimal places.
    Decimal(f64),
    /// A day, as workbooks count them.
    Day(f64),
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// What is in it.
    pub value: Value,
    /// What it is, for its colour.
    pub tone: Tone,
}

/// A row of a sheet.
#[derive(Debug, Serialize, Deserialize)]
pub struct Row {
    /// The sheet.
    pub sheet: Sheet,
    /// The cells, from the first column.
    pub cells: Vec<Cell>,
}

impl Cell {
    fn new(value: Value) -> Self {
        Self {
            value,
            tone: Tone::Plain,
        }
    }

    /// Text on one line; what could turn or hide its neighbours is written out.
    pub fn text(text: &str) -> Self {
        Self::new(Value::Text(safe(text)))
    }

    /// Lines of text. A line break within one of them is written out: nobody can add a line.
    pub fn lines(lines: &[String]) -> Self {
        let lines: Vec<String> = lines.iter().map(|line| safe(line)).collect();
        Self::new(Value::Text(lines.join("\n")))
    }

    /// What somebody wrote, with its own line breaks.
    pub fn prose(text: &str) -> Self {
        Self::lines(
            &text
                .trim_end()
                .lines()
                .map(str::to_owned)
                .collect::<Vec<_>>(),
        )
    }

    /// Nothing.
    pub fn empty() -> Self {
        Self::text("")
    }

    /// A number of things.
    pub fn count(number: u64) -> Self {
        u32::try_from(number).map_or_else(
            |_| Self::text(&number.to_string()),
            |number| Self::new(Value::Number(f64::from(number))),
        )
    }

    /// A decimal with at most two places; text where it is none.
    pub fn decimal(decimal: &str) -> Self {
        let number = decimal
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite());
        number.map_or_else(
            || Self::text(decimal),
            |number| Self::new(Value::Decimal(number)),
        )
    }

    /// A day written as `2026-06-30`; text where it is none that a workbook can hold.
    pub fn date(date: &str) -> Self {
        day(date).map_or_else(|| Self::text(date), |day| Self::new(Value::Day(day)))
    }

    /// What a check compared, said in `words`: a number or a day where nothing else is said.
    pub fn compared(words: &str, value: &serde_json::Value) -> Self {
        match value {
            serde_json::Value::Number(number) if words.replace(',', "") == number.to_string() => {
                let number = number.as_f64().map(Value::Number);
                number.map_or_else(|| Self::text(words), Self::new)
            }
            serde_json::Value::String(text) if text == words => Self::date(words),
            _ => Self::text(words),
        }
    }

    /// The same cell in another tone.
    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

fn day(date: &str) -> Option<f64> {
    let [year, month, day] = date.split('-').collect::<Vec<_>>().try_into().ok()?;
    let is_digits =
        |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(is_digits(year, 4) && is_digits(month, 2) && is_digits(day, 2)) {
        return None;
    }
    let date = ExcelDateTime::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    // Days are counted from the first of 1900.
    Some(date.ok()?.to_excel()).filter(|day| *day >= 1.0)
}

#[cfg(test)]
#[allow(clippy::float_cmp)] // whole days
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_days_that_a_workbook_can_hold_are_days() {
        assert_eq!(Cell::date("2026-06-30").value, Value::Day(46_203.0));
        for text in [
            "2026-02-30",
            "1899-12-31",
            "2026-6-30",
            "+026-06-30",
            "=1",
            "",
        ] {
            assert_eq!(Cell::date(text).value, Value::Text(text.to_owned()));
        }
    }

    #[test]
    fn what_is_compared_is_a_number_only_where_nothing_else_is_said() {
        let number = |words: &str| Cell::compared(words, &json!(12345)).value;
        assert_eq!(number("12,345"), Value::Number(12_345.0));
        assert_eq!(number("12,345 yuan"), Value::Text("12,345 yuan".to_owned()));
        let text = Cell::compared("5", &json!("5")).value;
        assert_eq!(text, Value::Text("5".to_owned()));
    }

    #[test]
    fn nobody_can_add_a_line() {
        let lines = Cell::lines(&["a\nb".to_owned(), "c".to_owned()]).value;
        assert_eq!(lines, Value::Text("a\\nb\nc".to_owned()));
        let prose = Cell::prose("a\u{202e}\r\nb\n").value;
        assert_eq!(prose, Value::Text("a\\u{202e}\nb".to_owned()));
    }
}
