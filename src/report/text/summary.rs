//! Several evaluations side by side: the classes of a dossier, and all dossiers of a run.

use super::Row;
use super::names::cut;
use super::overview::{part, tone, two_places};
use super::page::{Cell, Page, Side, Tone};
use super::words::Words;
use crate::external::Standing;
use crate::report::model::{DossierReport, ResultReport};
use crate::report::overview::ClassReport;
use crate::score::DecidedBy;

/// The classes of a dossier, a line for each, and why there is no result of all of them.
pub fn classes(page: &mut Page, words: &Words, dossier: &DossierReport) {
    let overview = &dossier.overview;
    page.line(0, words.overview_section, Tone::Heading);
    let mut rows = vec![head(&[
        words.clause,
        words.class,
        words.verdict,
        words.score,
        words.mandatory,
        words.compliance,
    ])];
    for class in &overview.classes {
        let mut row = vec![Cell::plain(&class.clause)];
        row.extend(cells(words, class));
        rows.push(row);
    }
    let sides = [
        Side::Left,
        Side::Left,
        Side::Left,
        Side::Right,
        Side::Right,
        Side::Right,
    ];
    page.table(2, &sides, &rows);
    page.line(2, overview.note.text.get(words.language()), Tone::Faint);
}

/// The sides of the columns of a run's summary.
pub const SIDES: [Side; 7] = [
    Side::Left,
    Side::Left,
    Side::Left,
    Side::Right,
    Side::Right,
    Side::Right,
    Side::Left,
];

/// The names of the columns of a run's summary.
#[must_use]
pub fn heading(words: &Words) -> Row {
    head(&[
        words.provider,
        words.class,
        words.verdict,
        words.score,
        words.mandatory,
        words.compliance,
        words.dossier,
    ])
}

/// What a dossier adds to the summary of a run: a line for each class.
#[must_use]
pub fn rows(words: &Words, dossier: &DossierReport) -> Vec<Row> {
    let line = |cells: Row| {
        let mut row = vec![Cell::plain(&cut(&dossier.provider.name))];
        row.extend(cells);
        row.push(Cell::new(&dossier.path, Tone::Faint));
        row
    };
    if dossier.overview.classes.is_empty() {
        let mut row = vec![Cell::plain(""), Cell::new(words.not_evaluated, Tone::Open)];
        row.resize(5, Cell::plain(""));
        return vec![line(row)];
    }
    let classes = dossier.overview.classes.iter();
    classes.map(|class| line(cells(words, class))).collect()
}

fn head(names: &[&str]) -> Row {
    names
        .iter()
        .map(|name| Cell::new(name, Tone::Faint))
        .collect()
}

/// Class, verdict, score and tallies.
fn cells(words: &Words, class: &ClassReport) -> Vec<Cell> {
    let mut cells = vec![Cell::plain(class.title.get(words.language()))];
    match (&class.result, &class.external) {
        (Some(result), _) => cells.extend(results(words, result)),
        (None, Some(external)) => cells.push(Cell::new(
            words.standing_in_short(external.standing),
            standing_tone(external.standing),
        )),
        (None, None) => {}
    }
    cells.resize(5, Cell::plain(""));
    cells
}

fn results(words: &Words, result: &ResultReport) -> [Cell; 4] {
    let score = match result.decided_by {
        Some(DecidedBy::Score) => two_places(&result.score),
        Some(DecidedBy::Mandatory) | None => words.not_computed.to_owned(),
    };
    [
        Cell::new(&words.verdict(result), tone(result.verdict)),
        Cell::plain(&score),
        Cell::plain(&part(result.mandatory)),
        Cell::plain(&part(result.compliance)),
    ]
}

/// The tone of what conclusions amount to. None of them is good news of this evaluation.
pub fn standing_tone(standing: Standing) -> Tone {
    match standing {
        Standing::PassInForce | Standing::NotUsed => Tone::Plain,
        Standing::Fail | Standing::Expired => Tone::Bad,
        Standing::ValidityNotStated | Standing::Missing => Tone::Open,
    }
}
