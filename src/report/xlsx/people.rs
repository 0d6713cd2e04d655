//! The rows about what people judged: assessors' findings, where people count, conclusions of others.

use serde_json::Value;

use super::cell::Cell;
use super::rows::Rows;
use super::sheet::Sheet;
use crate::finding::Judgement;
use crate::outcome::Status;
use crate::report::external::{ConclusionReport, ExternalReport};
use crate::report::model::FindingReport;
use crate::report::remark::{Remark, RemarkPlace};
use crate::report::reuse::ReuseReport;
use crate::report::text::clauses::status_tone;
use crate::report::text::external::validity;
use crate::report::text::page::Tone;
use crate::report::text::summary::standing_tone;
use crate::report::text::words::{Words, fill};
use crate::reuse::DecidedBy;

impl Rows<'_> {
    pub(super) fn findings(&mut self) {
        for evaluation in &self.dossier.evaluations {
            for clause in &evaluation.clauses {
                for finding in &clause.findings {
                    let mut cells = vec![
                        self.named(&evaluation.clause, &evaluation.title),
                        Cell::text(&clause.id),
                        Cell::text(self.title(&clause.title)),
                    ];
                    cells.extend(self.finding(finding));
                    cells.push(self.status(clause.rule_status));
                    cells.push(self.status(clause.status));
                    self.add(Sheet::Findings, cells);
                }
            }
        }
    }

    fn finding(&self, finding: &FindingReport) -> [Cell; 7] {
        let words = self.words;
        let status = match finding.verdict {
            Judgement::Satisfied => Status::Satisfied,
            Judgement::NotSatisfied => Status::NotSatisfied,
        };
        let rejection = finding.reason_not_applied;
        let evidence: Vec<Value> = finding
            .evidence
            .iter()
            .cloned()
            .map(Value::String)
            .collect();
        [
            Cell::date(&finding.date),
            Cell::text(&finding.assessor),
            Cell::text(words.judgement(finding.verdict)).toned(status_tone(status)),
            Cell::text(words.effect(finding.effect)),
            Cell::text(rejection.map_or("", |rejection| words.rejection(rejection))),
            Cell::prose(&finding.reason),
            Cell::text(&self.names.list(None, &evidence)),
        ]
    }

    pub(super) fn reuse(&mut self) {
        if let Some(message) = &self.dossier.reuse_error {
            let said = fill(self.words.rule_error, &[message]);
            self.reuse_note(Cell::text(&said).toned(Tone::Open));
        }
        let Some(reuse) = &self.dossier.reuse else {
            return;
        };
        for person in &reuse.people {
            let decided_by = match person.decided_by {
                DecidedBy::Order => fill(
                    self.words.reuse_decided_by_order,
                    &[&reuse.most_classes.to_string()],
                ),
                DecidedBy::Name => self.words.reuse_decided_by_name.to_owned(),
            };
            let accepted = &person.only_if_accepted;
            let cells = [
                Cell::text(&person.name),
                Cell::text(&person.id),
                Cell::text(&decided_by),
                Cell::text(&self.names.classes(&person.counted_in)),
                Cell::text(&self.names.classes(&person.not_counted_in)),
                if accepted.is_empty() {
                    Cell::empty()
                } else {
                    Cell::text(&self.names.classes(accepted))
                },
            ];
            self.add(Sheet::Reuse, cells);
        }
        self.reuse_notes(reuse);
    }

    /// What else to know, where there is something to know it about.
    fn reuse_notes(&mut self, reuse: &ReuseReport) {
        for note in &reuse.notes {
            let said = Cell::text(self.title(&note.text)).toned(Tone::Faint);
            self.reuse_note(said);
        }
    }

    fn reuse_note(&mut self, said: Cell) {
        self.add(Sheet::Reuse, [Cell::empty(), Cell::empty(), said]);
    }

    pub(super) fn external(&mut self) {
        for external in &self.dossier.external {
            let head = self.external_head(external);
            if external.conclusions.is_empty() {
                self.add(Sheet::External, head.clone());
            }
            for conclusion in &external.conclusions {
                let cells = head.iter().cloned().chain(self.conclusion(conclusion));
                let cells: Vec<Cell> = cells.collect();
                self.add(Sheet::External, cells);
            }
        }
    }

    pub(super) fn remarks(&mut self) {
        for section in self.dossier.remarks() {
            let title = self.title(&section.title).to_owned();
            if let Some(said) = &section.said {
                let said = self.title(said).to_owned();
                self.add(Sheet::Remarks, [Cell::text(&title), Cell::text(&said)]);
            }
            for remark in section.remarks {
                for cells in remark_cells(self.words, &title, remark) {
                    self.add(Sheet::Remarks, cells);
                }
            }
        }
    }

    fn external_head(&self, external: &ExternalReport) -> Vec<Cell> {
        let standing = Cell::text(self.words.standing(external.standing));
        vec![
            self.named(&external.clause, &external.title),
            Cell::text(external.standard.as_deref().unwrap_or_default()),
            standing.toned(standing_tone(external.standing)),
        ]
    }

    fn conclusion(&self, conclusion: &ConclusionReport) -> [Cell; 8] {
        let words = self.words;
        let set_aside = conclusion.set_aside;
        [
            Cell::text(&conclusion.issuer),
            Cell::text(&conclusion.number),
            Cell::text(&conclusion.standard),
            Cell::text(words.said(conclusion.result)),
            Cell::date(&conclusion.concluded_on),
            Cell::date(conclusion.valid_until.as_deref().unwrap_or_default()),
            Cell::text(validity(words, conclusion)),
            Cell::text(set_aside.map_or("", |reason| words.objection(reason))),
        ]
    }
}

/// The cells of a remark between provider and dossier: a row for each of its places.
pub(super) fn remark_cells(words: &Words, title: &str, remark: &Remark) -> Vec<[Cell; 4]> {
    let places = remark.places.iter().map(|place| {
        let source = RemarkPlace {
            path: None,
            ..place.clone()
        };
        [
            Cell::text(title),
            Cell::text(remark.text.get(words.language())).toned(Tone::Open),
            Cell::text(&source.to_string()),
            Cell::text(place.path.as_deref().unwrap_or_default()),
        ]
    });
    places.collect()
}
