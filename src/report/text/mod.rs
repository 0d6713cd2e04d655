//! The text format: what an evaluator wants to see of a dossier on one screen. First the verdict, then
//! the terms, then what is not satisfied, mandatory clauses first.

pub(crate) mod clauses;
pub(crate) mod comparison;
pub(super) mod external;
pub(crate) mod names;
pub(super) mod overview;
pub(crate) mod page;
pub(super) mod remarks;
pub(super) mod reuse;
pub mod safe;
pub(crate) mod said;
pub(crate) mod sentences;
pub(super) mod summary;
pub(crate) mod words;
mod writer;

use std::io;
use std::sync::Arc;

use super::format::{Format, Fragment, Writer};
use super::model::{ClauseReport, DossierReport, EvaluationReport, Head, Report};
use super::trail;
use crate::dossier::Places;
use crate::outcome::Status;
use crate::pack::Pack;
use crate::text::Language;
use clauses::{Checks, ClauseWriter};
use page::{Cell, Page, Tone};
use sentences::Sentences;
use words::Words;
use writer::TextWriter;

/// A line of the summary.
pub type Row = Vec<Cell>;

/// How the text is written.
#[allow(clippy::struct_excessive_bools)] // switches that have nothing to do with each other
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The language of everything that is not evidence.
    pub language: Language,
    /// Whether satisfied clauses are listed too, with their checks.
    pub all: bool,
    /// Whether there is nothing but the summary.
    pub summary: bool,
    /// Whether there may be colours.
    pub styled: bool,
    /// Whether what could not be evaluated is listed with its messages, or with their number only.
    pub messages: bool,
}

/// The format; the pack names facts and values.
#[derive(Clone, Debug)]
pub struct Text {
    pack: Arc<Pack>,
    head: Head,
    options: Options,
}

impl Text {
    /// The format with its options.
    #[must_use]
    pub fn new(pack: Arc<Pack>, options: Options) -> Self {
        Self {
            head: Head::new(&pack),
            pack,
            options,
        }
    }

    /// The same, saying by what, against what and how it was evaluated.
    #[must_use]
    pub fn under(mut self, head: &Head) -> Self {
        self.head = head.clone();
        self
    }
}

impl Format for Text {
    fn render(&self, dossier: &DossierReport, _: &Places) -> io::Result<Fragment> {
        Ok(fragment(dossier, &self.pack, self.options))
    }

    fn writer(&self) -> Box<dyn Writer> {
        Box::new(TextWriter::new(self.options, self.head.clone()))
    }
}

/// The report as text.
///
/// # Errors
/// None that the model can cause.
pub fn render(report: &Report, pack: &Pack, options: &Options) -> io::Result<String> {
    let format = Text::new(Arc::new(pack.clone()), *options).under(&report.head);
    super::format::render(report, &format)
}

/// The evaluations of a dossier, and its lines in the summary.
fn fragment(dossier: &DossierReport, pack: &Pack, options: Options) -> Fragment {
    let words = Words::of(options.language);
    let writer = ClauseWriter {
        words,
        sentences: Sentences::new(pack, words),
    };
    let mut page = Page::new(options.styled);
    if !options.summary {
        of_dossier(&mut page, &writer, dossier, pack.pass_mark, options.all);
    }
    Fragment {
        body: page.into_text(),
        rows: summary::rows(words, dossier),
        notes: deviations(words, dossier),
        source: format!(
            "{}{}{}",
            dossier.path,
            words.colon,
            trail::of_dossier(words, dossier)
        ),
        entry: None,
    }
}

/// Where the evaluations of a dossier deviate from the standard, each by its class.
#[must_use]
pub fn deviations(words: &Words, dossier: &DossierReport) -> Vec<String> {
    let language = words.language();
    let of_class = |evaluation: &EvaluationReport| {
        let class = evaluation.title.get(language).to_owned();
        let deviations = evaluation.deviations.clone().into_iter();
        deviations.map(move |it| format!("{class}{}{}", words.colon, it.text.get(language)))
    };
    dossier.evaluations.iter().flat_map(of_class).collect()
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
    reuse::section(page, words, &writer.sentences.names, dossier, all);
    for section in dossier.remarks() {
        remarks::section(page, words, &section, all);
    }
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
    let absent_section = words.absent_section(evaluation.leaves_out());
    if all {
        writer.section(page, absent_section, &absent, Checks::All);
        let satisfied = chosen(|clause| clause.status == Status::Satisfied);
        writer.section(page, words.satisfied_section, &satisfied, Checks::All);
    } else {
        writer.absent(page, absent_section, &absent);
    }
}
