//! Clauses and their checks: what was found, what was required, and where.

use super::page::{Cell, Page, Side, Tone, widths};
use super::sentences::Sentences;
use super::words::{Words, fill};
use crate::outcome::{Check, Status};
use crate::report::model::{ClauseReport, FindingReport};

/// Which checks of a clause are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checks {
    /// Those that fall short.
    Short,
    /// All of them.
    All,
}

/// How clauses are written.
#[derive(Clone, Copy, Debug)]
pub struct ClauseWriter<'a> {
    /// The host's texts.
    pub words: &'static Words,
    /// What is said of a clause.
    pub sentences: Sentences<'a>,
}

const SIDES: [Side; 4] = [Side::Left, Side::Left, Side::Left, Side::Left];

impl ClauseWriter<'_> {
    /// The clauses with the checks asked for, under a heading.
    pub fn section(
        &self,
        page: &mut Page,
        heading: &str,
        clauses: &[&ClauseReport],
        checks: Checks,
    ) {
        if clauses.is_empty() {
            return;
        }
        page.gap();
        page.line(
            0,
            &fill(heading, &[&clauses.len().to_string()]),
            Tone::Heading,
        );
        let rows: Vec<Vec<Cell>> = clauses
            .iter()
            .map(|clause| self.head(clause, checks))
            .collect();
        let widths = widths(&rows);
        for (clause, row) in clauses.iter().zip(&rows) {
            page.row(2, &SIDES, &widths, row);
            self.body(page, clause, checks);
        }
    }

    /// Clauses that do not apply, a line for each with the reason.
    pub fn absent(&self, page: &mut Page, heading: &str, clauses: &[&ClauseReport]) {
        if clauses.is_empty() {
            return;
        }
        page.gap();
        let heading = fill(heading, &[&clauses.len().to_string()]);
        page.line(0, &heading, Tone::Heading);
        let rows: Vec<Vec<Cell>> = clauses.iter().map(|clause| self.reason(clause)).collect();
        page.table(2, &SIDES, &rows);
    }

    fn reason(&self, clause: &ClauseReport) -> Vec<Cell> {
        let reasons: Vec<String> = clause
            .checks
            .iter()
            .map(|check| self.sentences.said(check))
            .collect();
        vec![
            Cell::plain(&clause.id),
            Cell::plain(clause.title.get(self.words.language())),
            Cell::new(&reasons.join(self.words.semicolon), Tone::Faint),
        ]
    }

    /// The findings on the clauses, under a heading.
    pub fn findings(&self, page: &mut Page, clauses: &[ClauseReport]) {
        let all = clauses
            .iter()
            .flat_map(|clause| clause.findings.iter().map(move |finding| (clause, finding)));
        let all: Vec<(&ClauseReport, &FindingReport)> = all.collect();
        if all.is_empty() {
            return;
        }
        page.gap();
        page.line(
            0,
            &fill(self.words.findings_section, &[&all.len().to_string()]),
            Tone::Heading,
        );
        let rows: Vec<Vec<Cell>> = all
            .iter()
            .map(|(clause, _)| self.head(clause, Checks::Short))
            .collect();
        let widths = widths(&rows);
        for ((_, finding), row) in all.iter().zip(&rows) {
            page.row(2, &SIDES, &widths, row);
            self.finding(page, finding);
        }
    }

    fn head(&self, clause: &ClauseReport, checks: Checks) -> Vec<Cell> {
        let status = self.sentences.status(clause);
        let tone = match clause.status {
            Status::Satisfied => Tone::Good,
            Status::NotSatisfied => Tone::Bad,
            Status::NotApplicable => Tone::Faint,
            Status::NoEvidence | Status::Error => Tone::Open,
        };
        let mark = if clause.mandatory && checks == Checks::All {
            self.words.mandatory_mark
        } else {
            ""
        };
        vec![
            Cell::plain(&clause.id),
            Cell::plain(clause.title.get(self.words.language())),
            Cell::new(&status, tone),
            Cell::new(mark, Tone::Faint),
        ]
    }

    fn body(&self, page: &mut Page, clause: &ClauseReport, checks: Checks) {
        if let Some(message) = self.sentences.message(clause) {
            page.line(6, &message, Tone::Open);
        }
        for check in &clause.checks {
            if checks == Checks::All || check.falls_short() {
                self.check(page, check, clause.judgement);
            }
        }
    }

    fn check(&self, page: &mut Page, check: &Check, judgement_clause: bool) {
        let tone = if check.information {
            Tone::Faint
        } else {
            Tone::Plain
        };
        let line = self.sentences.check(check, judgement_clause, None);
        page.line(6, &line, tone);
        for line in self.sentences.lists(check) {
            page.line(8, &line, Tone::Faint);
        }
    }

    fn finding(&self, page: &mut Page, finding: &FindingReport) {
        let [judged, details @ ..] = self.sentences.finding(finding);
        page.line(6, &judged, Tone::Plain);
        for line in details {
            page.line(8, &line, Tone::Faint);
        }
    }
}

/// The tone of a status.
#[must_use]
pub fn status_tone(status: Status) -> Tone {
    match status {
        Status::Satisfied => Tone::Good,
        Status::NotSatisfied => Tone::Bad,
        Status::NotApplicable => Tone::Faint,
        Status::NoEvidence | Status::Error => Tone::Open,
    }
}
