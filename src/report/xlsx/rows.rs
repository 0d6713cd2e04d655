//! The rows that a dossier adds to the sheets of a workbook.

use super::cell::{Cell, Row};
use super::sheet::Sheet;
use crate::dossier::Places;
use crate::finding::Effect;
use crate::outcome::{Check, CheckResult, Status};
use crate::pack::Pack;
use crate::pack::catalogue::ClauseId;
use crate::report::model::{ClauseReport, DossierReport, EvaluationReport, ResultReport};
use crate::report::overview::ClassReport;
use crate::report::text::clauses::status_tone;
use crate::report::text::comparison::Comparison;
use crate::report::text::names::Names;
use crate::report::text::overview::{in_short, tone, why};
use crate::report::text::page::Tone;
use crate::report::text::said;
use crate::report::text::summary::standing_tone;
use crate::report::text::words::Words;
use crate::score::DecidedBy;
use crate::text::Text;

/// Who writes down the rows of a dossier.
#[derive(Debug)]
pub struct Rows<'a> {
    pub pack: &'a Pack,
    pub words: &'static Words,
    pub names: Names<'a>,
    pub dossier: &'a DossierReport,
    pub places: &'a Places,
    written: Vec<Row>,
}

/// All rows of a dossier.
pub fn of(
    pack: &Pack,
    words: &'static Words,
    dossier: &DossierReport,
    places: &Places,
) -> Vec<Row> {
    let mut rows = Rows {
        pack,
        words,
        names: Names::whole(pack, words),
        dossier,
        places,
        written: Vec::new(),
    };
    rows.summary();
    for evaluation in &dossier.evaluations {
        rows.gaps(evaluation);
        rows.terms(evaluation);
        for clause in &evaluation.clauses {
            rows.clause(evaluation, clause);
            for check in &clause.checks {
                rows.check(evaluation, clause, check);
            }
        }
    }
    rows.findings();
    rows.reuse();
    rows.external();
    rows.remarks();
    rows.written
}

impl Rows<'_> {
    /// Adds a row, between the provider and the dossier.
    pub(super) fn add(&mut self, sheet: Sheet, cells: impl IntoIterator<Item = Cell>) {
        let mut row = vec![Cell::text(&self.dossier.provider.name)];
        row.extend(cells);
        // The dossier stands in the last column, whatever is left out before it.
        row.resize(sheet.columns().len() - 1, Cell::empty());
        row.push(Cell::text(&self.dossier.path).toned(Tone::Faint));
        self.written.push(Row { sheet, cells: row });
    }

    pub(super) fn title<'t>(&self, title: &'t Text) -> &'t str {
        title.get(self.words.language())
    }

    /// A class or a term with its clause.
    pub(super) fn named(&self, clause: &str, title: &Text) -> Cell {
        Cell::text(&format!("{clause} {}", self.title(title)))
    }

    fn yes(&self, yes: bool) -> Cell {
        if yes {
            Cell::text(self.words.yes)
        } else {
            Cell::text(self.words.no).toned(Tone::Faint)
        }
    }

    pub(super) fn status(&self, status: Status) -> Cell {
        Cell::text(self.words.status(status)).toned(status_tone(status))
    }

    fn summary(&mut self) {
        let dossier = self.dossier;
        if dossier.overview.classes.is_empty() {
            let open = Cell::text(self.words.not_evaluated).toned(Tone::Open);
            self.class_row(vec![Cell::empty(), open]);
        }
        for class in &dossier.overview.classes {
            let cells = self.class(class);
            self.class_row(cells);
        }
    }

    /// A row of the summary, with what is the same for all classes of the dossier.
    fn class_row(&mut self, mut cells: Vec<Cell>) {
        cells.resize(Sheet::Summary.columns().len() - 4, Cell::empty());
        cells.push(Cell::date(&self.dossier.reference_date));
        cells.push(Cell::text(&self.dossier.sha256).toned(Tone::Faint));
        self.add(Sheet::Summary, cells);
    }

    fn class(&self, class: &ClassReport) -> Vec<Cell> {
        let words = self.words;
        let name = self.named(&class.clause, &class.title);
        match (&class.result, &class.external) {
            (Some(result), _) => {
                let mut cells = vec![name];
                cells.extend(self.result(result, class));
                cells
            }
            (None, Some(external)) => {
                let standing = Cell::text(words.standing_in_short(external.standing));
                vec![name, standing.toned(standing_tone(external.standing))]
            }
            (None, None) => vec![name],
        }
    }

    fn result(&self, result: &ResultReport, class: &ClassReport) -> Vec<Cell> {
        let words = self.words;
        let mark = self.pack.pass_mark;
        let mut evaluations = self.dossier.evaluations.iter();
        let evaluation = evaluations.find(|evaluation| evaluation.class == class.class);
        let clauses = evaluation.map_or(&[][..], |evaluation| &evaluation.clauses);
        let failed = clauses
            .iter()
            .filter(|clause| clause.status == Status::Error)
            .count();
        let mut reason = why(words, result, mark, failed).unwrap_or_default();
        let decides = result.decided_by == Some(DecidedBy::Score);
        if !decides {
            let separator = if reason.is_empty() {
                ""
            } else {
                words.semicolon
            };
            reason = format!("{reason}{separator}{}", words.score_for_information);
        }
        let score = Cell::decimal(&result.score);
        let judged = clauses.iter().any(|clause| !clause.findings.is_empty());
        let without = evaluation
            .filter(|_| judged)
            .map(|evaluation| in_short(words, &evaluation.without_findings, mark));
        vec![
            Cell::text(&words.verdict(result)).toned(tone(result.verdict)),
            Cell::text(words.decided_by(result.decided_by)),
            Cell::text(&reason),
            if decides {
                score
            } else {
                score.toned(Tone::Faint)
            },
            Cell::text(&result.score_exact),
            Cell::count(u64::from(mark)),
            Cell::count(result.mandatory.satisfied),
            Cell::count(result.mandatory.total),
            Cell::count(result.compliance.satisfied),
            Cell::count(result.compliance.total),
            Cell::text(&without.unwrap_or_default()),
            Cell::lines(&evaluation.map_or_else(Vec::new, |evaluation| {
                let deviations = evaluation.deviations.iter();
                deviations
                    .map(|it| self.title(&it.text).to_owned())
                    .collect()
            })),
        ]
    }

    fn terms(&mut self, evaluation: &EvaluationReport) {
        for term in &evaluation.terms {
            let short = term.mandatory.satisfied < term.mandatory.total;
            let satisfied = Cell::count(term.mandatory.satisfied);
            let cells = [
                self.named(&evaluation.clause, &evaluation.title),
                Cell::text(&term.clause),
                Cell::text(self.title(&term.title)),
                Cell::count(u64::from(term.weight)),
                Cell::count(term.satisfied),
                Cell::count(term.total),
                if short {
                    satisfied.toned(Tone::Bad)
                } else {
                    satisfied
                },
                Cell::count(term.mandatory.total),
                Cell::decimal(&term.points),
            ];
            self.add(Sheet::Terms, cells);
        }
    }

    fn clause(&mut self, evaluation: &EvaluationReport, clause: &ClauseReport) {
        let words = self.words;
        let mut terms = evaluation.terms.iter();
        let term = terms.find(|term| term.id == clause.term);
        let message = said::message(words, &self.names, clause).unwrap_or_default();
        let findings: Vec<String> = clause
            .findings
            .iter()
            .map(|finding| said::finding(words, finding))
            .collect();
        let cells = [
            self.named(&evaluation.clause, &evaluation.title),
            Cell::text(&clause.id),
            Cell::text(self.title(&clause.title)),
            term.map_or_else(
                || Cell::text(&clause.term),
                |term| self.named(&term.clause, &term.title),
            ),
            self.yes(clause.mandatory),
            self.status(clause.status),
            if clause.rule_status == clause.status {
                Cell::text(words.status(clause.rule_status)).toned(Tone::Faint)
            } else {
                self.status(clause.rule_status)
            },
            Cell::text(&message),
            Cell::lines(&findings),
        ];
        self.add(Sheet::Clauses, cells);
    }

    fn check(&mut self, evaluation: &EvaluationReport, clause: &ClauseReport, check: &Check) {
        let words = self.words;
        let Comparison {
            found, required, ..
        } = Comparison::new(words, &self.names, check);
        let tone = match check.result() {
            CheckResult::Information => Tone::Faint,
            CheckResult::Met => Tone::Good,
            CheckResult::NoEvidence => Tone::Open,
            CheckResult::NotMet => Tone::Bad,
        };
        let cells = [
            self.named(&evaluation.clause, &evaluation.title),
            Cell::text(&clause.id),
            Cell::text(&self.names.fact(&check.fact)),
            Cell::compared(&found, &check.actual),
            Cell::compared(&required.unwrap_or_default(), &check.expected),
            Cell::text(words.check(check)).toned(tone),
            Cell::lines(&self.lists(check)),
            self.judged(check.may_be_settled(clause.judgement)),
            Cell::text(&check.path),
            Cell::text(&self.line(check)),
        ];
        self.add(Sheet::Checks, cells);
    }

    fn gaps(&mut self, evaluation: &EvaluationReport) {
        for mandatory in [true, false] {
            for clause in &evaluation.clauses {
                if clause.mandatory == mandatory && !clause.status.counts() {
                    self.gap(evaluation, clause);
                }
            }
        }
    }

    fn gap(&mut self, evaluation: &EvaluationReport, clause: &ClauseReport) {
        let asked = self.pack.catalogue.clauses.get(&ClauseId::new(&clause.id));
        let asked = asked.map_or("", |clause| self.title(&clause.description));
        let short: Vec<&Check> = clause
            .checks
            .iter()
            .filter(|check| !(check.ok || check.information))
            .collect();
        let mut lines: Vec<String> = said::message(self.words, &self.names, clause)
            .into_iter()
            .collect();
        for check in &short {
            lines.push(said::check(self.words, &self.names, check));
            lines.extend(
                self.lists(check)
                    .into_iter()
                    .map(|list| format!("    {list}")),
            );
        }
        // A finding that lowers the clause is what must be mended where no check falls short.
        let lowered = clause.findings.iter();
        lines.extend(
            lowered
                .filter(|finding| finding.effect == Effect::Lowered)
                .map(|finding| said::finding(self.words, finding)),
        );
        let cells = [
            self.named(&evaluation.clause, &evaluation.title),
            self.yes(clause.mandatory),
            Cell::text(&clause.id),
            Cell::text(self.title(&clause.title)),
            self.status(clause.status),
            Cell::text(asked),
            Cell::lines(&lines),
            Cell::lines(&once(short.iter().map(|check| check.path.clone()))),
            Cell::lines(&once(short.iter().map(|check| self.line(check)))),
            self.judged(
                short
                    .iter()
                    .any(|check| check.may_be_settled(clause.judgement)),
            ),
        ];
        self.add(Sheet::Gaps, cells);
    }

    /// What a check lists, a line for each list.
    fn lists(&self, check: &Check) -> Vec<String> {
        let lists = said::lists(self.words, &self.names, check).into_iter();
        lists
            .map(|(name, listed)| format!("{name}{}{listed}", self.words.colon))
            .collect()
    }

    fn judged(&self, judged: bool) -> Cell {
        Cell::text(if judged { self.words.yes } else { "" })
    }

    /// The file and line where a check's fact stands.
    fn line(&self, check: &Check) -> String {
        let location = self.places.locate(&check.path);
        location.map_or_else(String::new, |location| location.line_of_file())
    }
}

/// Texts that say something, each once.
fn once(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        if !text.is_empty() && !all.contains(&text) {
            all.push(text);
        }
    }
    all
}
