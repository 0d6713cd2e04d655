//! The text format: what an evaluator wants to see of a dossier on one screen. First the verdict, then
//! the terms, then what is not satisfied, mandatory clauses first.

mod clauses;
pub(super) mod comparison;
pub(super) mod external;
pub(super) mod names;
pub(super) mod overview;
pub(super) mod page;
pub(super) mod reuse;
pub mod safe;
pub(super) mod summary;
pub(super) mod words;

use super::model::{ClauseReport, DossierReport, ErrorReport, EvaluationReport, Report};
use crate::outcome::Status;
use crate::pack::Pack;
use crate::text::Language;
use clauses::{Checks, ClauseWriter};
use names::Names;
use page::{Page, Tone};
use words::{Words, fill};

/// How the text is written.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The language of everything that is not evidence.
    pub language: Language,
    /// Whether satisfied clauses are listed too, with their checks.
    pub all: bool,
    /// Whether there may be colours.
    pub styled: bool,
    /// Whether what could not be evaluated is listed with its messages, or with their number only.
    pub messages: bool,
}

/// The report as text. The pack names facts and values.
#[must_use]
pub fn render(report: &Report, pack: &Pack, options: &Options) -> String {
    let words = Words::of(options.language);
    let writer = ClauseWriter {
        words,
        names: Names::new(pack, words),
    };
    let mut page = Page::new(options.styled);
    let mut first = true;
    for dossier in &report.dossiers {
        let nothing = dossier.evaluations.is_empty() && dossier.external.is_empty();
        if !nothing && !std::mem::take(&mut first) {
            page.gap();
        }
        of_dossier(&mut page, &writer, dossier, report.pass_mark, options.all);
    }
    if report.dossiers.len() > 1 {
        page.gap();
        summary::summary(&mut page, words, report);
    }
    if !report.errors.is_empty() {
        if !first {
            page.gap();
        }
        errors(&mut page, words, &report.errors, options.messages);
    }
    page.into_text()
}

/// One dossier: its classes one after the other, then what is said of all of them.
fn of_dossier(
    page: &mut Page,
    writer: &ClauseWriter,
    dossier: &DossierReport,
    pass_mark: u32,
    all: bool,
) {
    let words = writer.words;
    let mut first = true;
    for evaluation in &dossier.evaluations {
        if !std::mem::take(&mut first) {
            page.gap();
        }
        one(page, writer, dossier, evaluation, pass_mark, all);
    }
    for external in &dossier.external {
        if !std::mem::take(&mut first) {
            page.gap();
        }
        external::class(page, words, dossier, external);
    }
    if dossier.overview.classes.len() > 1 {
        page.gap();
        summary::classes(page, words, dossier);
    }
    reuse::section(page, words, &writer.names, dossier, all);
}

fn one(
    page: &mut Page,
    writer: &ClauseWriter,
    dossier: &DossierReport,
    evaluation: &EvaluationReport,
    pass_mark: u32,
    all: bool,
) {
    let words = writer.words;
    overview::header(page, words, dossier, evaluation, pass_mark);
    page.gap();
    overview::terms(page, words, evaluation);
    let chosen = |keep: fn(&ClauseReport) -> bool| -> Vec<&ClauseReport> {
        evaluation
            .clauses
            .iter()
            .filter(|clause| keep(clause))
            .collect()
    };
    let checks = if all { Checks::All } else { Checks::Short };
    let mandatory = chosen(|clause| clause.mandatory && !clause.status.counts());
    let other = chosen(|clause| !clause.mandatory && !clause.status.counts());
    if mandatory.is_empty() && other.is_empty() {
        page.gap();
        page.line(0, words.all_satisfied, Tone::Good);
    }
    writer.section(page, words.mandatory_section, &mandatory, checks);
    writer.section(page, words.other_section, &other, checks);
    writer.findings(page, &evaluation.clauses);
    let absent = chosen(|clause| clause.status == Status::NotApplicable);
    if all {
        writer.section(page, words.absent_section, &absent, Checks::All);
        let satisfied = chosen(|clause| clause.status == Status::Satisfied);
        writer.section(page, words.satisfied_section, &satisfied, Checks::All);
    } else {
        writer.absent(page, &absent);
    }
}

fn errors(page: &mut Page, words: &Words, errors: &[ErrorReport], messages: bool) {
    page.line(
        0,
        &fill(words.errors_section, &[&paths(errors).len().to_string()]),
        Tone::Heading,
    );
    if messages {
        for error in errors {
            page.line(2, &error.to_string(), Tone::Plain);
        }
        return;
    }
    for path in paths(errors) {
        let count = errors.iter().filter(|error| error.path == path).count();
        let count = fill(words.problems, &[&count.to_string()]);
        page.line(2, &format!("{path}{}{count}", words.colon), Tone::Bad);
    }
}

fn paths(errors: &[ErrorReport]) -> Vec<&str> {
    let mut paths: Vec<&str> = Vec::new();
    for error in errors {
        if !paths.contains(&error.path.as_str()) {
            paths.push(&error.path);
        }
    }
    paths
}
