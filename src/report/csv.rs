//! The CSV format: the clauses of all dossiers, one on each line, for spreadsheets and databases. Names
//! of columns and codes are the same in both languages; texts are in the one asked for.

use ::csv::{Terminator, WriterBuilder};
use serde::Serialize;
use std::io::{self, Write};
use std::sync::Arc;

use super::external::ExternalReport;
use super::format::{End, Format, Fragment, Writer};
use super::model::{ClauseReport, DossierReport, ErrorReport, EvaluationReport, Head};
use super::remark::{Remark, RemarkPlace};
use super::text::names::Names;
use super::text::safe::safe;
use super::text::said;
use super::text::words::Words;
use super::trail;
use crate::dossier::Places;
use crate::outcome::{Check, Status};
use crate::pack::Pack;
use crate::score::{DecidedBy, Verdict};
use crate::text::Language;

/// What tells spreadsheets that the file is UTF-8.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The format with its options.
#[derive(Clone, Debug)]
pub struct Csv {
    pack: Arc<Pack>,
    head: Head,
    words: &'static Words,
}

/// A line. Its fields are the columns, in this order.
#[derive(Debug, Default, Serialize)]
struct Line {
    /// What the line is about: `clause`, or why there is none.
    record: &'static str,
    dossier: String,
    provider: String,
    reference_date: String,
    class: String,
    class_title: String,
    verdict: Option<Verdict>,
    decided_by: Option<DecidedBy>,
    score: String,
    score_exact: String,
    pass_mark: Option<u32>,
    term: String,
    term_title: String,
    clause: String,
    clause_title: String,
    mandatory: Option<bool>,
    status: Option<Status>,
    rule_status: Option<Status>,
    checks: Option<usize>,
    checks_short: Option<usize>,
    short: String,
    place: String,
    source: String,
    findings: String,
    message: String,
    deviations: String,
    dossier_sha256: String,
    tool: String,
    packs: String,
    scheme_sha256: String,
    options: String,
}

impl Line {
    /// By what, against what and how it was evaluated.
    fn by(head: &Head) -> Self {
        let packs: Vec<String> = head.packs.iter().map(trail::pack).collect();
        Self {
            tool: format!("{} {}", head.tool.name, head.tool.version),
            packs: cell(&packs.join(";")),
            scheme_sha256: head.options.scheme.clone().unwrap_or_default(),
            options: cell(&head.options.said()),
            ..Self::default()
        }
    }
}

impl Csv {
    /// Lines with texts in `language`; the pack names facts and values.
    #[must_use]
    pub fn new(pack: Arc<Pack>, language: Language) -> Self {
        let words = Words::of(language);
        Self {
            head: Head::new(&pack),
            pack,
            words,
        }
    }

    /// The same, saying by what, against what and how it was evaluated.
    #[must_use]
    pub fn under(mut self, head: &Head) -> Self {
        self.head = head.clone();
        self
    }

    fn dossier(&self, dossier: &DossierReport, places: &Places) -> Vec<Line> {
        let about = |record| Line {
            record,
            dossier: cell(&dossier.path),
            provider: cell(&dossier.provider.name),
            reference_date: cell(&dossier.reference_date),
            dossier_sha256: dossier.sha256.clone(),
            ..Line::by(&self.head)
        };
        let mut lines = Vec::new();
        for evaluation in &dossier.evaluations {
            for clause in &evaluation.clauses {
                lines.push(self.clause(about("clause"), evaluation, clause, places));
            }
        }
        let external = dossier.external.iter();
        lines.extend(external.map(|external| self.external(about("external"), external)));
        if let Some(message) = &dossier.reuse_error {
            lines.push(Line {
                message: cell(message),
                ..about("reuse_error")
            });
        }
        for section in dossier.remarks() {
            let remarks = section.remarks.iter();
            lines.extend(remarks.map(|it| remark(self.words, it, about("warning"))));
        }
        if lines.is_empty() {
            lines.push(Line {
                message: self.words.not_evaluated.to_owned(),
                ..about("error")
            });
        }
        lines
    }

    fn clause(
        &self,
        about: Line,
        evaluation: &EvaluationReport,
        clause: &ClauseReport,
        places: &Places,
    ) -> Line {
        let names = Names::whole(&self.pack, self.words);
        let language = self.words.language();
        let result = &evaluation.result;
        let mut terms = evaluation.terms.iter();
        let term = terms.find(|term| term.id == clause.term);
        let checks = clause.checks.iter();
        let short: Vec<&Check> = checks
            .filter(|check| !(check.ok || check.information))
            .collect();
        let joined = |texts: Vec<String>| cell(&texts.join(self.words.semicolon));
        let of_short = |text: &dyn Fn(&Check) -> String| {
            let texts = short.iter().map(|check| text(check));
            joined(texts.filter(|text| !text.is_empty()).collect())
        };
        let source = |check: &Check| {
            let location = places.locate(&check.path);
            location.map_or_else(String::new, |location| location.line_of_file())
        };
        let findings = clause.findings.iter();
        let message = said::message(self.words, &names, clause);
        Line {
            class: cell(&evaluation.class),
            class_title: cell(evaluation.title.get(language)),
            verdict: Some(result.verdict),
            decided_by: result.decided_by,
            score: result.score.clone(),
            score_exact: result.score_exact.clone(),
            pass_mark: Some(self.pack.pass_mark),
            term: cell(&clause.term),
            term_title: cell(term.map_or("", |term| term.title.get(language))),
            deviations: {
                let deviations = evaluation.deviations.iter();
                joined(
                    deviations
                        .map(|it| it.text.get(language).to_owned())
                        .collect(),
                )
            },
            clause: cell(&clause.id),
            clause_title: cell(clause.title.get(language)),
            mandatory: Some(clause.mandatory),
            status: Some(clause.status),
            rule_status: Some(clause.rule_status),
            checks: Some(clause.checks.len()),
            checks_short: Some(short.len()),
            short: of_short(&|check| said::check(self.words, &names, check)),
            place: of_short(&|check| check.path.clone()),
            source: of_short(&source),
            findings: joined(findings.map(|one| said::finding(self.words, one)).collect()),
            message: cell(&message.unwrap_or_default()),
            ..about
        }
    }

    fn external(&self, about: Line, external: &ExternalReport) -> Line {
        Line {
            class: cell(&external.class),
            class_title: cell(external.title.get(self.words.language())),
            message: cell(self.words.standing(external.standing)),
            ..about
        }
    }
}

impl Format for Csv {
    fn render(&self, dossier: &DossierReport, places: &Places) -> io::Result<Fragment> {
        Ok(Fragment {
            body: written(&self.dossier(dossier, places), false)?,
            ..Fragment::default()
        })
    }

    fn needs_places(&self) -> bool {
        true
    }

    fn writer(&self) -> Box<dyn Writer> {
        Box::new(CsvWriter {
            head: self.head.clone(),
            words: self.words,
        })
    }
}

struct CsvWriter {
    head: Head,
    words: &'static Words,
}

impl Writer for CsvWriter {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let line = written(&[Line::default()], true)?;
        let names = line.split_inclusive("\r\n").next().unwrap_or_default();
        out.write_all(BYTE_ORDER_MARK.as_bytes())?;
        out.write_all(names.as_bytes())
    }

    fn dossier(&mut self, fragment: &Fragment, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(fragment.body.as_bytes())
    }

    fn error(&mut self, error: &ErrorReport, out: &mut dyn Write) -> io::Result<()> {
        let source = error.source();
        let line = Line {
            record: "error",
            dossier: cell(error.about()),
            place: cell(error.place.as_deref().unwrap_or_default()),
            source: cell(&source),
            message: cell(&error.message),
            ..Line::by(&self.head)
        };
        out.write_all(written(&[line], false)?.as_bytes())
    }

    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        for across in &end.across {
            let about = Line {
                record: "warning",
                ..Line::default()
            };
            let line = remark(self.words, across, about);
            out.write_all(written(&[line], false)?.as_bytes())?;
        }
        if !end.partial {
            return Ok(());
        }
        let line = Line {
            record: "partial",
            message: self.words.partial.to_owned(),
            ..Line::by(&self.head)
        };
        out.write_all(written(&[line], false)?.as_bytes())
    }
}

/// A remark: its paths and where they stand, as those of checks.
fn remark(words: &Words, remark: &Remark, about: Line) -> Line {
    let (mut paths, mut sources) = (Vec::new(), Vec::new());
    for place in &remark.places {
        paths.extend(place.path.clone());
        let source = RemarkPlace {
            path: None,
            ..place.clone()
        };
        sources.push(source.to_string());
    }
    Line {
        place: cell(&paths.join(words.semicolon)),
        source: cell(&sources.join(words.semicolon)),
        message: cell(remark.text.get(words.language())),
        ..about
    }
}

/// Lines as RFC 4180 has them.
fn written(lines: &[Line], with_names: bool) -> io::Result<String> {
    let mut writer = WriterBuilder::new()
        .has_headers(with_names)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for line in lines {
        writer.serialize(line).map_err(io::Error::other)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| io::Error::other(error.to_string()))?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// A text that no spreadsheet takes for a formula: it stands after an apostrophe where it could be one.
/// Characters that would turn, hide or break lines are written out.
fn cell(text: &str) -> String {
    let text = safe(text);
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        return format!("'{text}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_formula_stands_after_an_apostrophe() {
        for text in ["=1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a"] {
            assert_eq!(cell(text), format!("'{text}"));
        }
        assert_eq!(cell("1-1"), "1-1");
        assert_eq!(cell("\t=1\r\n"), "\\t=1\\r\\n");
    }
}
