//! Clauses as CSV, one on each line, for spreadsheets. Names of columns are the same in both languages;
//! texts are in the one asked for.

use ::csv::{Terminator, WriterBuilder};
use serde::Serialize;
use std::io;

use super::{Catalog, Row};
use crate::report::csv::BYTE_ORDER_MARK;
use crate::text::{Language, Text};

/// A line. Its fields are the columns, in this order.
#[allow(clippy::struct_field_names)] // `line` is a column
#[derive(Serialize)]
struct Line<'a> {
    clause: &'a str,
    title: &'a str,
    mandatory: bool,
    area: &'a str,
    area_title: &'a str,
    term: &'a str,
    term_title: &'a str,
    weight: Option<u32>,
    points: &'a str,
    points_exact: &'a str,
    classes: String,
    evidence: String,
    words: String,
    description: &'a str,
    reading: &'a str,
    differs: &'a str,
    judgement: &'a str,
    pack: &'a str,
    file: &'a str,
    line: usize,
}

/// The clauses as CSV.
///
/// # Errors
/// None that clauses can cause.
pub fn render(catalog: &Catalog, language: Language) -> io::Result<String> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for row in &catalog.clauses {
        writer.serialize(line(row, language))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(::csv::IntoInnerError::into_error)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

fn line(row: &Row, language: Language) -> Line<'_> {
    let counts = row.counts.as_ref();
    let classes: Vec<&str> = row.classes.iter().map(|class| class.id.as_str()).collect();
    let parts: Vec<&str> = row
        .evidence
        .parts
        .iter()
        .map(|part| part.name.as_str())
        .collect();
    let words = row.evidence.words.iter().flat_map(|words| &words.words);
    let words: Vec<&str> = words.map(|word| word.id.as_str()).collect();
    Line {
        clause: &row.id,
        title: row.title.get(language),
        mandatory: row.mandatory,
        area: counts.map_or("", |counts| &counts.area.clause),
        area_title: counts.map_or("", |counts| counts.area.title.get(language)),
        term: counts.map_or("", |counts| &counts.term.id),
        term_title: counts.map_or("", |counts| counts.term.title.get(language)),
        weight: counts.map(|counts| counts.weight),
        points: counts.map_or("", |counts| &counts.points),
        points_exact: counts.map_or("", |counts| &counts.points_exact),
        classes: classes.join(" "),
        evidence: parts.join(" "),
        words: words.join(" "),
        description: row.description.get(language),
        reading: said(row.reading.as_ref(), language),
        differs: said(row.differs.as_ref(), language),
        judgement: said(row.judgement.as_ref(), language),
        pack: &row.pack,
        file: &row.file,
        line: row.line,
    }
}

fn said(note: Option<&Text>, language: Language) -> &str {
    note.map_or("", |text| text.get(language))
}
