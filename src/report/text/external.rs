//! Classes that other standards evaluate, with the conclusions that the dossier has on them.

use super::names::cut;
use super::overview::row;
use super::page::{Page, Side, Tone};
use super::summary::standing_tone;
use super::words::{Words, fill};
use crate::report::external::{ConclusionReport, ExternalReport};
use crate::report::model::DossierReport;

/// One class: under which standard it is evaluated, and what conclusions there are.
pub fn class(page: &mut Page, words: &Words, dossier: &DossierReport, external: &ExternalReport) {
    page.line(0, &cut(&dossier.provider.name), Tone::Heading);
    let title = external.title.get(words.language());
    let class = format!("{} {title}", external.clause);
    let mut rows = vec![
        row(words.dossier, &dossier.path, Tone::Plain),
        row(words.reference_date, &dossier.reference_date, Tone::Plain),
        row(words.class, &class, Tone::Plain),
    ];
    if let Some(standard) = &external.standard {
        let elsewhere = fill(words.elsewhere, &[standard]);
        rows.push(row(words.verdict, &elsewhere, Tone::Plain));
    }
    let standing = words.standing(external.standing);
    rows.push(row(
        words.external,
        standing,
        standing_tone(external.standing),
    ));
    page.table(2, &[Side::Left, Side::Left], &rows);
    if external.conclusions.is_empty() {
        return;
    }
    page.gap();
    let number = external.conclusions.len().to_string();
    page.line(
        0,
        &fill(words.conclusions_section, &[&number]),
        Tone::Heading,
    );
    for conclusion in &external.conclusions {
        page.line(2, &said(words, conclusion), Tone::Plain);
    }
}

/// A conclusion in a line.
#[must_use]
pub fn said(words: &Words, conclusion: &ConclusionReport) -> String {
    let mut parts = vec![fill(
        words.conclusion,
        &[
            &cut(&conclusion.issuer),
            &cut(&conclusion.number),
            &cut(&conclusion.standard),
            words.said(conclusion.result),
        ],
    )];
    parts.push(fill(words.concluded, &[&conclusion.concluded_on]));
    if let Some(until) = &conclusion.valid_until {
        parts.push(fill(words.valid_until, &[until]));
    }
    parts.push(validity(words, conclusion).to_owned());
    let mut text = parts.join(words.comma);
    if let Some(reason) = conclusion.set_aside {
        text.push_str(words.semicolon);
        text.push_str(&fill(words.set_aside, &[words.objection(reason)]));
    }
    text
}

/// Whether a conclusion is valid on the reference date.
#[must_use]
pub fn validity(words: &Words, conclusion: &ConclusionReport) -> &'static str {
    match conclusion.valid_on_reference_date {
        Some(true) => words.valid,
        Some(false) => words.not_valid,
        None => words.validity_not_stated,
    }
}
