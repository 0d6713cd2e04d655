//! The summary of all dossiers of a run, line by line.

use super::names::cut;
use super::overview::{part, tone, two_places};
use super::page::{Cell, Side, Tone};
use super::words::Words;
use crate::report::model::DossierReport;
use crate::score::DecidedBy;

/// The sides of the columns.
pub const SIDES: [Side; 7] = [
    Side::Left,
    Side::Left,
    Side::Left,
    Side::Right,
    Side::Right,
    Side::Right,
    Side::Left,
];

/// The names of the columns.
#[must_use]
pub fn head(words: &Words) -> Vec<Cell> {
    let head = [
        words.provider,
        words.class,
        words.verdict,
        words.score,
        words.mandatory,
        words.compliance,
        words.dossier,
    ];
    head.iter()
        .map(|name| Cell::new(name, Tone::Faint))
        .collect()
}

/// A line for each evaluation of a dossier.
#[must_use]
pub fn rows(words: &Words, dossier: &DossierReport) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    let provider = Cell::plain(&cut(&dossier.provider.name));
    let path = Cell::new(&dossier.path, Tone::Faint);
    if dossier.evaluations.is_empty() {
        let verdict = Cell::new(words.not_evaluated, Tone::Open);
        let empty = || Cell::plain("");
        rows.push(vec![
            provider.clone(),
            empty(),
            verdict,
            empty(),
            empty(),
            empty(),
            path.clone(),
        ]);
    }
    for evaluation in &dossier.evaluations {
        let result = &evaluation.result;
        let score = match result.decided_by {
            Some(DecidedBy::Score) => two_places(&result.score),
            Some(DecidedBy::Mandatory) | None => words.not_computed.to_owned(),
        };
        rows.push(vec![
            provider.clone(),
            Cell::plain(evaluation.title.get(words.language())),
            Cell::new(words.verdict_name(result.verdict), tone(result.verdict)),
            Cell::plain(&score),
            Cell::plain(&part(result.mandatory)),
            Cell::plain(&part(result.compliance)),
            path.clone(),
        ]);
    }
    rows
}
