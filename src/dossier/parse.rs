//! From the bytes of a file to a value: encoding, syntax, number of documents, the kind of the top.

use serde_json::Value;

pub(super) use super::encoding::text;
use super::guard;
use super::locate::{Format, yaml};
use super::meter::Meter;
use super::problem::{Finding, Problem};
use super::value::Collector;
use super::words::kind;

/// What the readers of formats refuse themselves.
const TOO_DEEP: &str = "is nested too deeply: more than 127 levels";

/// A value from a text.
#[derive(Debug)]
pub(super) struct Parsed {
    /// The value.
    pub value: Value,
    /// What was found in it that no evidence is made of.
    pub findings: Vec<Finding>,
    /// Keys and values of it and of the texts before.
    pub values: usize,
}

/// The value in a text.
pub(super) fn value(
    file: &str,
    text: &str,
    format: Format,
    meter: Meter,
) -> Result<Parsed, Problem> {
    if text.trim().is_empty() {
        return Err(empty(file));
    }
    let limits = meter.limits;
    let (read, collector) = match format {
        Format::Yaml => {
            let meter = guard::yaml(file, text, meter)?;
            let collector = Collector::new(meter, true);
            (yaml_value(file, text, &collector), collector)
        }
        Format::Json => {
            let collector = Collector::new(meter, false);
            (json_value(file, text, &collector), collector)
        }
        Format::Workbook => return Err(Problem::new(file, "is a workbook, no text")),
    };
    let value = read.map_err(|problem| match collector.exceeded() {
        Some(exceeded) => Problem {
            line: problem.line,
            column: problem.column,
            ..exceeded.problem(file, &limits)
        },
        None => problem,
    })?;
    match value {
        Value::Object(_) => {
            let (findings, values) = collector.into_findings();
            Ok(Parsed {
                value,
                findings,
                values,
            })
        }
        Value::Null => Err(empty(file)),
        other => {
            let what = kind(&other);
            let message = format!("{what}; a dossier is a mapping of keys to values");
            Err(Problem::new(file, message).at(1, 1))
        }
    }
}

/// Whether a file has comments and nothing else. One that has nothing at all may have been cut off.
pub(super) fn is_only_comments(format: Format, bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .peekable();
    format == Format::Yaml && lines.peek().is_some() && lines.all(|line| line.starts_with('#'))
}

fn empty(file: &str) -> Problem {
    Problem::new(
        file,
        "is empty: a dossier has at least `schema`, `assessment` and `provider`",
    )
}

fn yaml_value(file: &str, text: &str, collector: &Collector) -> Result<Value, Problem> {
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let Some(first) = documents.next() else {
        return Err(empty(file));
    };
    let read = collector.read(first);
    let value = read.map_err(|error| yaml_problem(file, text, &error))?;
    if documents.next().is_some() {
        let (line, column) = yaml::second_document(text).unwrap_or((1, 1));
        let message = "a second YAML document begins here: a file holds one dossier";
        return Err(Problem::new(file, message).at(line, column));
    }
    Ok(value)
}

fn yaml_problem(file: &str, text: &str, error: &serde_yaml::Error) -> Problem {
    let shown = error.to_string();
    let message = if shown.contains("recursion limit exceeded") {
        TOO_DEEP.to_owned()
    } else if shown.contains("repetition limit exceeded") {
        "its aliases repeat a hundred times more than it has text: write out what they repeat"
            .to_owned()
    } else {
        format!("is not YAML: {}", yaml_words(&shown))
    };
    let problem = Problem::new(file, message);
    if let Some(index) = byte_position(&shown) {
        let (line, column) = end_of(text.get(..index).unwrap_or_default());
        return problem.at(line, column);
    }
    let Some(place) = error.location() else {
        return problem;
    };
    let (line, column) = (place.line(), place.column());
    if character(text, line, column) == Some('\t') {
        return Problem::new(file, "is not YAML: found a tab; indent with spaces").at(line, column);
    }
    problem.at(line, column)
}

/// The reader's message without the place, which stands in front of it already.
fn yaml_words(shown: &str) -> String {
    let (what, context) = shown
        .split_once(", ")
        .filter(|(_, context)| context.starts_with("while"))
        .map_or((shown, None), |(what, context)| (what, Some(context)));
    let place = [" at line ", " at position "]
        .iter()
        .find_map(|mark| what.find(mark));
    let what = place.and_then(|end| what.get(..end)).unwrap_or(what);
    match context {
        Some(context) => format!("{what}, {context}"),
        None => what.to_owned(),
    }
}

fn byte_position(shown: &str) -> Option<usize> {
    let (_, rest) = shown.split_once(" at position ")?;
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

fn json_value(file: &str, text: &str, collector: &Collector) -> Result<Value, Problem> {
    let mut source = serde_json::Deserializer::from_str(text);
    let value = collector
        .read(&mut source)
        .and_then(|value| source.end().map(|()| value));
    value.map_err(|error| {
        let shown = error.to_string();
        let what = shown.split(" at line ").next().unwrap_or(&shown);
        let message = match what {
            "recursion limit exceeded" => TOO_DEEP.to_owned(),
            "trailing characters" => {
                "something follows the end of the dossier: a file holds one dossier".to_owned()
            }
            _ if what.contains("surrogate") || what.contains("end of hex escape") => {
                "is not JSON: an escape `\\u` is half of a character whose other half is missing"
                    .to_owned()
            }
            "number out of range" => "has a number that is larger than any that is read".to_owned(),
            _ => match what.strip_prefix("EOF while parsing ") {
                Some(inside) => format!("is not JSON: the file ends inside {inside}"),
                None => format!("is not JSON: {what}"),
            },
        };
        let (line, bytes) = (error.line(), error.column());
        Problem::new(file, message).at(line, characters(text, line, bytes))
    })
}

/// The column in characters of a column in bytes.
fn characters(text: &str, line: usize, bytes: usize) -> usize {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let end = bytes.saturating_sub(1);
    line.char_indices()
        .take_while(|(index, _)| *index < end)
        .count()
        + 1
}

fn character(text: &str, line: usize, column: usize) -> Option<char> {
    text.lines()
        .nth(line.checked_sub(1)?)?
        .chars()
        .nth(column.checked_sub(1)?)
}

/// Line and column of what follows a text.
pub(super) fn end_of(text: &str) -> (usize, usize) {
    let last = text.rsplit('\n').next().unwrap_or_default();
    (text.matches('\n').count() + 1, last.chars().count() + 1)
}
