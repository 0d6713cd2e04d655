//! The values that cells hold.

use serde_json::{Number, Value};

use super::{Datum, EXACT};
use crate::workbook::day;
use crate::workbook::layout::{Field, Kind};
use crate::workbook::words::{JSON, NO, NONE, YES, is};

/// The largest whole number whose digits a spreadsheet keeps.
const DIGITS: f64 = 999_999_999_999_999.0;

/// A number from a cell: a whole one where it has no fraction.
fn number(float: f64) -> Value {
    #[allow(clippy::cast_possible_truncation)] // it was looked at that nothing is cut off
    if float.fract() == 0.0 && float.abs() < EXACT {
        return Value::from(float as i64);
    }
    Number::from_f64(float).map_or(Value::Null, Value::Number)
}

/// The value of a cell; nothing of an empty one.
///
/// # Errors
/// What is wrong with it that the schema cannot say.
pub(in crate::workbook) fn value(datum: &Datum, kind: &Kind) -> Result<Option<Value>, String> {
    let text = match datum {
        Datum::Failed(error) => {
            return Err(format!(
                "has the formula error {error}: correct the formula, or type the value"
            ));
        }
        Datum::Open => {
            return Err(
                "has a formula without a result: open the workbook in Excel or LibreOffice and save it, or type the value"
                    .to_owned(),
            );
        }
        Datum::Text(text) => text.trim(),
        Datum::Boolean(yes) => return boolean(*yes, kind).map(Some),
        Datum::Number(float) => return numeric(*float, kind).map(Some),
        Datum::Time(serial, from_1904) => return time(*serial, *from_1904, kind).map(Some),
        Datum::IsoTime(text) => return iso(text, kind).map(Some),
    };
    if text.is_empty() {
        return Ok(None);
    }
    match text.strip_prefix(JSON) {
        Some(json) => from_json(json).map(Some),
        None => from_text(text, kind).map(Some),
    }
}

/// The values of a cell with a list; none where it is empty.
///
/// # Errors
/// What is wrong with it that the schema cannot say.
pub(in crate::workbook) fn values(datum: &Datum, kind: &Kind) -> Result<Option<Value>, String> {
    let Datum::Text(text) = datum else {
        return Ok(value(datum, kind)?.map(|value| Value::Array(vec![value])));
    };
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(json) = text.strip_prefix(JSON) {
        return from_json(json).map(Some);
    }
    if is(NONE, text) {
        return Ok(Some(Value::Array(Vec::new())));
    }
    let mut values = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match kind {
            Kind::Choice(choice) if choice.word(line).is_none() => {
                for part in parts(line) {
                    values.push(from_text(part, kind)?);
                }
            }
            Kind::Reference(_) => values.extend(parts(line).map(Value::from)),
            Kind::Integer(_) | Kind::Number(_) => values.push(
                line.parse()
                    .map_or_else(|_| Value::from(line), Value::Number),
            ),
            _ => values.push(from_text(line, kind)?),
        }
    }
    Ok(Some(Value::Array(values)))
}

fn parts(line: &str) -> impl Iterator<Item = &str> {
    let parts = line.split([';', '；']).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

/// The small entries of a cell; none where it is empty.
///
/// # Errors
/// What is wrong with it that the schema cannot say.
pub(in crate::workbook) fn entries(
    datum: &Datum,
    fields: &[Field],
) -> Result<Option<Value>, String> {
    let text = match value(datum, &Kind::Text)? {
        Some(Value::String(text)) => text,
        other => return Ok(other),
    };
    if is(NONE, &text) {
        return Ok(Some(Value::Array(Vec::new())));
    }
    let mut entries = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let texts: Vec<&str> = line.split(['|', '｜']).map(str::trim).collect();
        if texts.len() > fields.len() {
            let keys: Vec<&str> = fields.iter().map(|field| field.key.as_str()).collect();
            return Err(format!(
                "has {} parts on a line; write at most {}: {}",
                texts.len(),
                fields.len(),
                keys.join(" | ")
            ));
        }
        let given = fields
            .iter()
            .zip(texts)
            .filter(|(_, text)| !text.is_empty());
        let entry = given.map(|(field, text)| (field.key.clone(), Value::from(text)));
        entries.push(Value::Object(entry.collect()));
    }
    Ok(Some(Value::Array(entries)))
}

fn from_json(json: &str) -> Result<Value, String> {
    crate::dossier::json(json).map_err(|error| {
        format!("begins with `{JSON}`, and what follows {error}; take `{JSON}` away to write text")
    })
}

fn from_text(text: &str, kind: &Kind) -> Result<Value, String> {
    match kind {
        Kind::Boolean if is(YES, text) || text.eq_ignore_ascii_case("true") => Ok(true.into()),
        Kind::Boolean if is(NO, text) || text.eq_ignore_ascii_case("false") => Ok(false.into()),
        Kind::Boolean => Err(format!(
            "is text, must be {} or {} ({} or {})",
            YES[1], NO[1], YES[0], NO[0]
        )),
        Kind::Choice(choice) => Ok(choice
            .word(text)
            .map_or(text, |word| word.id.as_str())
            .into()),
        Kind::Date => match day::meant(text) {
            Some(date) if date != text => Err(format!(
                "is text, not a date: write {date}, or give the cell a date format and type it again"
            )),
            _ => Ok(text.into()),
        },
        Kind::Integer(_) | Kind::Number(_) => Err(as_number(text)),
        _ => Ok(text.into()),
    }
}

fn as_number(text: &str) -> String {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '，' | '_' | ' '))
        .collect();
    match digits.parse::<f64>() {
        Ok(number) if number.is_finite() => format!(
            "is a number stored as text: give the cell a number format and type {digits} again, or choose Convert to Number at its green corner"
        ),
        _ => "is text, must be a number".to_owned(),
    }
}

fn boolean(yes: bool, kind: &Kind) -> Result<Value, String> {
    match kind {
        Kind::Boolean | Kind::Any => Ok(yes.into()),
        _ => Err("is true or false, which does not belong here: give the cell a text format and type it again".to_owned()),
    }
}

fn numeric(float: f64, kind: &Kind) -> Result<Value, String> {
    match kind {
        Kind::Integer(_) | Kind::Number(_) | Kind::Any => Ok(number(float)),
        Kind::Date => Err(format!(
            "is the number {float}, must be a date: give the cell a date format, or write YYYY-MM-DD"
        )),
        Kind::Boolean => Err(format!(
            "is the number {float}, must be {} or {} ({} or {})",
            YES[1], NO[1], YES[0], NO[0]
        )),
        // What was typed is not known: zeros in front and digits beyond the fifteenth are gone.
        _ if float.fract() != 0.0 || float.abs() > DIGITS => Err(format!(
            "is the number {float}, must be text: give the cell a text format and type it again, since numbers lose zeros and long ones lose digits"
        )),
        _ => from_text(&format!("{float:.0}"), kind),
    }
}

fn time(serial: f64, from_1904: bool, kind: &Kind) -> Result<Value, String> {
    #[allow(clippy::cast_possible_truncation)] // days that are too many are none
    let date = day::date(serial.floor() as i64, from_1904);
    match (kind, date) {
        (Kind::Date, Some(date)) if serial.fract() == 0.0 => Ok(date.into()),
        (Kind::Date, Some(date)) => Err(format!(
            "has a time of day, must be a date: write {date} without the time"
        )),
        (Kind::Date, None) => Err("is no day that can be read: write YYYY-MM-DD".to_owned()),
        (Kind::Integer(_) | Kind::Number(_), _) => Err(
            "has a date or a time, must be a number: give the cell a number format and type it again"
                .to_owned(),
        ),
        (_, date) => {
            let shown = date.map_or_else(String::new, |date| format!(" ({date})"));
            Err(format!(
                "has a date or a time{shown}, must be text: give the cell a text format and type it again"
            ))
        }
    }
}

fn iso(text: &str, kind: &Kind) -> Result<Value, String> {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let is_midnight = time
        .trim_end_matches('Z')
        .chars()
        .all(|c| matches!(c, '0' | ':' | '.'));
    match kind {
        Kind::Date if is_midnight => Ok(date.into()),
        Kind::Date => Err(format!(
            "has a time of day, must be a date: write {date} without the time"
        )),
        _ => Err(format!(
            "has the date {text}, which does not belong here: give the cell another format and type the value again"
        )),
    }
}
