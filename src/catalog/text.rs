//! Clauses as a table for terminals.

use super::{Catalog, Row};
use crate::report::text::page::{Cell, Page, Side, Tone};
use crate::report::text::words::{Words, fill};
use crate::text::Language;

/// The clauses, a line for each under the name of its term; `styled` says whether there may be colours.
#[must_use]
pub fn render(catalog: &Catalog, language: Language, styled: bool) -> String {
    let words = Words::of(language);
    let mut page = Page::new(styled);
    let of_term = |row: &Row| row.counts.as_ref().map(|counts| counts.term.id.clone());
    for rows in catalog.clauses.chunk_by(|a, b| of_term(a) == of_term(b)) {
        if let Some(counts) = rows.first().and_then(|row| row.counts.as_ref()) {
            let heading = format!(
                "{} {}{}{} %",
                counts.term.clause,
                counts.term.title.get(language),
                words.comma,
                counts.weight,
            );
            page.line(0, &heading, Tone::Heading);
        }
        let table: Vec<Vec<Cell>> = rows.iter().map(|row| cells(row, words)).collect();
        page.table(
            2,
            &[Side::Left, Side::Left, Side::Right, Side::Left, Side::Left],
            &table,
        );
        page.gap();
    }
    let number = catalog.clauses.len().to_string();
    let mandatory = catalog
        .clauses
        .iter()
        .filter(|row| row.mandatory)
        .count()
        .to_string();
    let total = match language {
        Language::Chinese => fill("条款 {} 项，其中必要项 {} 项", &[&number, &mandatory]),
        Language::English => fill("{} clauses, {} of them mandatory", &[&number, &mandatory]),
    };
    page.line(0, &total, Tone::Plain);
    page.into_text()
}

fn cells(row: &Row, words: &Words) -> Vec<Cell> {
    let parts: Vec<&str> = row
        .evidence
        .parts
        .iter()
        .map(|part| part.name.as_str())
        .collect();
    vec![
        Cell::plain(&row.id),
        Cell::new(if row.mandatory { "●" } else { "" }, Tone::Plain),
        Cell::plain(row.counts.as_ref().map_or("", |counts| &counts.points)),
        Cell::plain(row.title.get(words.language())),
        Cell::new(&parts.join(", "), Tone::Faint),
    ]
}
