//! How values are written into cells.

use serde_json::{Number, Value};

use super::{Content, EXACT, label};
use crate::text::Language;
use crate::workbook::day;
use crate::workbook::layout::{Field, Kind};
use crate::workbook::words::{JSON, NO, NONE, YES, in_language, is};

/// How a value is written.
pub(in crate::workbook) fn content(value: &Value, kind: &Kind, language: Language) -> Content {
    match (kind, value) {
        (Kind::Date, Value::String(text)) => {
            day::serial(text).map_or_else(|| written(value), Content::Day)
        }
        (Kind::Integer(_) | Kind::Number(_), Value::Number(number)) => {
            exact(number).map_or_else(|| json(value), Content::Number)
        }
        (Kind::Boolean, Value::Bool(yes)) => {
            let word = if *yes { YES } else { NO };
            Content::Text(in_language(word, language).to_owned())
        }
        (Kind::Choice(choice), Value::String(word)) => {
            Content::Text(label(choice, word, language).to_owned())
        }
        (Kind::Text | Kind::Reference(_) | Kind::Fixed(_), Value::String(_)) => written(value),
        _ => json(value),
    }
}

/// How the values of a list are written: one on each line.
pub(in crate::workbook) fn list(values: &[Value], kind: &Kind, language: Language) -> Content {
    if values.is_empty() {
        return Content::Text(in_language(NONE, language).to_owned());
    }
    let whole = || json(&Value::Array(values.to_vec()));
    let mut lines = Vec::new();
    for value in values {
        match (content(value, kind, language), value) {
            (Content::Text(text), _) if is_line(&text, kind) => lines.push(text),
            (Content::Day(_), Value::String(text)) => lines.push(text.clone()),
            (Content::Number(_), value) => lines.push(value.to_string()),
            _ => return whole(),
        }
    }
    if matches!(lines.as_slice(), [line] if is(NONE, line)) {
        return whole();
    }
    Content::Text(lines.join("\n"))
}

/// How small entries are written: one on each line, their texts apart by `|`.
pub(in crate::workbook) fn records(
    entries: &[Value],
    fields: &[Field],
    language: Language,
) -> Content {
    if entries.is_empty() {
        return Content::Text(in_language(NONE, language).to_owned());
    }
    let line = |entry: &Value| {
        let entry = entry.as_object()?;
        let known = |key: &String| fields.iter().any(|field| field.key == *key);
        if !entry.keys().all(known) {
            return None;
        }
        let texts = fields.iter().map(|field| match entry.get(&field.key) {
            None => Some(""),
            Some(value) => value.as_str().filter(|text| {
                is_plain(text) && !text.contains(['|', '｜', '\n']) && !is(NONE, text)
            }),
        });
        let texts = texts.collect::<Option<Vec<&str>>>()?;
        let line = texts.join(" | ");
        let line = line.trim_end_matches([' ', '|']);
        (!line.is_empty()).then(|| line.to_owned())
    };
    match entries.iter().map(line).collect::<Option<Vec<String>>>() {
        Some(lines) => Content::Text(lines.join("\n")),
        None => json(&Value::Array(entries.to_vec())),
    }
}

fn json(value: &Value) -> Content {
    Content::Text(format!("{JSON}{value}"))
}

/// Text as it is where it would come back so, else as JSON.
fn written(value: &Value) -> Content {
    match value.as_str() {
        Some(text) if is_plain(text) => Content::Text(text.to_owned()),
        _ => json(value),
    }
}

/// Whether text comes back from a cell as it is.
fn is_plain(text: &str) -> bool {
    !text.is_empty()
        && text.trim() == text
        && !text.starts_with(JSON)
        && !text.chars().any(|c| c != '\n' && c.is_control())
}

fn is_line(text: &str, kind: &Kind) -> bool {
    let parts: &[char] = match kind {
        Kind::Choice(_) | Kind::Reference(_) => &['\n', ';', '；'],
        _ => &['\n'],
    };
    !text.starts_with(JSON) && !text.contains(parts)
}

/// The number that a cell holds exactly.
fn exact(number: &Number) -> Option<f64> {
    let float = number.as_f64().filter(|float| float.is_finite())?;
    (number.is_f64() || float.abs() < EXACT).then_some(float)
}
