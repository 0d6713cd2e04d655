//! The `JUnit` format: a suite for each class of each dossier, a case for each clause and one for the
//! verdict. Names of cases are in both languages and classes have ids, so that a server's history does not
//! depend on the language.

use std::io::{self, Write};
use std::sync::Arc;

use super::format::{End, Format, Fragment, Writer};
use super::model::{ClauseReport, DossierReport, ErrorReport, EvaluationReport, Head};
use super::spots::{self, Spots, from_root};
use super::text::overview::{in_short, why};
use super::text::sentences::Sentences;
use super::text::words::{Words, fill};
use crate::dossier::Places;
use crate::junit::{self, Case, Ending, Suite, Trouble};
use crate::outcome::Status;
use crate::pack::Pack;
use crate::score::{Tally, Verdict};
use crate::text::{Language, name_of};

/// Names of cases that are no clauses.
const VERDICT: &str = "verdict 评价结论 / Verdict";
const ELSEWHERE: &str = "external 外部结论 / Conclusion";
const DOSSIER: &str = "dossier 卷宗 / Dossier";
const REUSE: &str = "7.4 人员复用 / Reuse of people";
const ACROSS: &str = "across 跨卷宗 / Across the dossiers";
const RUN: &str = "run 运行 / Run";

/// The format with its options.
#[derive(Clone, Debug)]
pub struct Junit {
    pack: Arc<Pack>,
    head: Head,
    language: Language,
}

impl Junit {
    /// A report whose texts are in `language`; the pack names facts and values.
    #[must_use]
    pub fn new(pack: Arc<Pack>, language: Language) -> Self {
        let head = Head::new(&pack);
        Self {
            pack,
            head,
            language,
        }
    }

    /// The same, saying by what, against what and how it was evaluated.
    #[must_use]
    pub fn under(mut self, head: &Head) -> Self {
        self.head = head.clone();
        self
    }
}

impl Format for Junit {
    fn render(&self, dossier: &DossierReport, places: &Places) -> io::Result<Fragment> {
        let suites = Suites {
            head: &self.head,
            sentences: Sentences::new(&self.pack, Words::of(self.language)),
            spots: Spots::new(dossier, places),
            dossier,
        };
        Ok(Fragment {
            body: junit::body(&suites.all())?,
            ..Fragment::default()
        })
    }

    fn needs_places(&self) -> bool {
        true
    }

    fn writer(&self) -> Box<dyn Writer> {
        Box::new(JunitWriter {
            words: Words::of(self.language),
            head: self.head.clone(),
            about: String::new(),
            errors: Vec::new(),
        })
    }
}

/// The suites of a dossier.
struct Suites<'a> {
    head: &'a Head,
    sentences: Sentences<'a>,
    spots: Spots<'a>,
    dossier: &'a DossierReport,
}

impl Suites<'_> {
    fn all(&self) -> Vec<Suite> {
        let evaluations = self.dossier.evaluations.iter();
        let mut suites: Vec<Suite> = evaluations.map(|it| self.evaluation(it)).collect();
        let words = self.sentences.words;
        for external in &self.dossier.external {
            let standing = words.standing(external.standing);
            let elsewhere = external.standard.as_ref();
            let elsewhere = elsewhere.map(|it| fill(words.elsewhere, &[it]) + words.semicolon);
            let why = elsewhere.unwrap_or_default() + standing;
            let ending = Ending::Skipped(Some(why));
            suites.push(self.suite(&external.class, vec![(ELSEWHERE.to_owned(), ending)]));
        }
        if let Some(message) = &self.dossier.reuse_error {
            let message = fill(words.rule_error, &[message]);
            let ending = Ending::Error(Trouble {
                kind: "error",
                lines: vec![message.clone()],
                message,
            });
            suites.push(self.suite("reuse", vec![(REUSE.to_owned(), ending)]));
        }
        suites
    }

    fn suite(&self, part: &str, cases: Vec<(String, Ending)>) -> Suite {
        let path = from_root(&self.dossier.path);
        let class = format!("{path}.{part}");
        let mut properties = vec![
            ("provider", self.dossier.provider.name.clone()),
            ("dossier", self.dossier.path.clone()),
            ("dossier_sha256", self.dossier.sha256.clone()),
            ("reference_date", self.dossier.reference_date.clone()),
        ];
        properties.extend(evaluated_by(self.head));
        let words = self.sentences.words;
        for section in self.dossier.remarks() {
            let remarks = section.remarks.iter();
            let said = remarks.map(|it| spots::lines_of_remark(words, it).join("\n"));
            properties.extend(said.map(|said| ("warning", said)));
        }
        let cases = cases.into_iter().map(|(name, ending)| Case {
            class: class.clone(),
            name,
            ending,
        });
        Suite {
            package: path.to_owned(),
            file: Some(self.spots.start().file.clone()),
            properties,
            cases: cases.collect(),
            name: class.clone(),
            ..Suite::default()
        }
    }

    fn evaluation(&self, evaluation: &EvaluationReport) -> Suite {
        let mut cases = vec![(VERDICT.to_owned(), self.verdict(evaluation))];
        cases.extend(evaluation.clauses.iter().map(|clause| {
            let name = format!("{} {} / {}", clause.id, clause.title.zh, clause.title.en);
            (name, self.clause(clause))
        }));
        let mut suite = self.suite(&evaluation.class, cases);
        let result = &evaluation.result;
        let tally = |tally: Tally| format!("{}/{}", tally.satisfied, tally.total);
        let decided_by = result.decided_by.map(name_of).unwrap_or_default();
        suite.properties.extend([
            (
                "class",
                evaluation
                    .title
                    .get(self.sentences.words.language())
                    .to_owned(),
            ),
            ("verdict", name_of(result.verdict)),
            ("decided_by", decided_by),
            ("score", result.score.clone()),
            ("score_exact", result.score_exact.clone()),
            ("pass_mark", self.head.pass_mark.to_string()),
            ("mandatory", tally(result.mandatory)),
            ("compliance", tally(result.compliance)),
            (
                "verdict_without_findings",
                name_of(evaluation.without_findings.verdict),
            ),
        ]);
        let language = self.sentences.words.language();
        let deviations = evaluation.deviations.iter();
        let deviations = deviations.map(|it| ("deviation", it.text.get(language).to_owned()));
        suite.properties.extend(deviations);
        suite
    }

    fn verdict(&self, evaluation: &EvaluationReport) -> Ending {
        let (words, result) = (self.sentences.words, &evaluation.result);
        let pass_mark = self.head.pass_mark;
        let clauses = evaluation.clauses.iter();
        let failed = clauses.filter(|it| it.status == Status::Error).count();
        let mut message = words.verdict(result);
        if let Some(why) = why(words, result, pass_mark, failed) {
            message = format!("{message}{}{why}", words.colon);
        }
        let trouble = |kind| Trouble {
            kind,
            lines: vec![message.clone(), in_short(words, result, pass_mark)],
            message: message.clone(),
        };
        match result.verdict {
            Verdict::Pass => Ending::Passed,
            Verdict::Fail => Ending::Failure(trouble("fail")),
            Verdict::Undetermined => Ending::Error(trouble("undetermined")),
        }
    }

    fn clause(&self, clause: &ClauseReport) -> Ending {
        let message = self.sentences.headline(clause);
        let trouble = || {
            let mut lines = vec![message.clone()];
            lines.extend(self.sentences.reasons(clause, &self.spots));
            Trouble {
                kind: status_kind(clause.status),
                message: message.clone(),
                lines,
            }
        };
        match clause.status {
            Status::Satisfied => Ending::Passed,
            Status::NotApplicable => {
                let reasons = self.sentences.reasons(clause, &self.spots);
                let reasons = reasons.join(self.sentences.words.semicolon);
                Ending::Skipped(Some(format!(
                    "{}{}{reasons}",
                    self.sentences.words.status(clause.status),
                    self.sentences.words.semicolon
                )))
            }
            Status::NotSatisfied | Status::NoEvidence => Ending::Failure(trouble()),
            Status::Error => Ending::Error(trouble()),
        }
    }
}

fn status_kind(status: Status) -> &'static str {
    match status {
        Status::NoEvidence => "no_evidence",
        Status::Error => "error",
        _ => "not_satisfied",
    }
}

/// A report under way: errors of one dossier are one case.
struct JunitWriter {
    head: Head,
    words: &'static Words,
    /// The dossier or path whose errors are being collected.
    about: String,
    errors: Vec<ErrorReport>,
}

impl JunitWriter {
    fn write_errors(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let Some(first) = self.errors.first() else {
            return Ok(());
        };
        let file = spots::of_error(first).file;
        let lines: Vec<String> = self.errors.iter().map(ToString::to_string).collect();
        let message = match lines.as_slice() {
            [only] => only.clone(),
            several => fill(self.words.problems, &[&several.len().to_string()]),
        };
        let class = from_root(&self.about);
        let mut suite = error_suite(class, "dossier", DOSSIER, Some(file), message, lines);
        suite.properties = evaluated_by(&self.head);
        self.errors.clear();
        out.write_all(junit::body(&[suite])?.as_bytes())
    }
}

/// By what, against what and how it was evaluated.
fn evaluated_by(head: &Head) -> Vec<(&'static str, String)> {
    let mut properties = vec![("tool", format!("{} {}", head.tool.name, head.tool.version))];
    let packs = head.packs.iter();
    let packs = packs.map(|pack| format!("{} {} {}", pack.id, pack.version, pack.sha256));
    properties.extend(packs.map(|pack| ("pack", pack)));
    let scheme = head.options.scheme.iter();
    properties.extend(scheme.map(|scheme| ("scheme_sha256", scheme.clone())));
    properties.push(("options", head.options.said()));
    properties
}

fn error_suite(
    package: &str,
    part: &str,
    name: &str,
    file: Option<String>,
    message: String,
    lines: Vec<String>,
) -> Suite {
    let class = format!("{package}.{part}");
    Suite {
        package: package.to_owned(),
        file,
        cases: vec![Case {
            class: class.clone(),
            name: name.to_owned(),
            ending: Ending::Error(Trouble {
                kind: "not_evaluated",
                message,
                lines,
            }),
        }],
        name: class,
        ..Suite::default()
    }
}

impl Writer for JunitWriter {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(junit::head()?.as_bytes())
    }

    fn dossier(&mut self, fragment: &Fragment, out: &mut dyn Write) -> io::Result<()> {
        self.write_errors(out)?;
        out.write_all(fragment.body.as_bytes())
    }

    fn error(&mut self, error: &ErrorReport, out: &mut dyn Write) -> io::Result<()> {
        if error.about() != self.about {
            self.write_errors(out)?;
            error.about().clone_into(&mut self.about);
        }
        self.errors.push(error.clone());
        Ok(())
    }

    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        self.write_errors(out)?;
        if !end.across.is_empty() {
            let remarks = end.across.iter();
            let said = remarks.map(|it| spots::lines_of_remark(self.words, it).join("\n"));
            let name = format!("{}.across", env!("CARGO_PKG_NAME"));
            let suite = Suite {
                properties: said.map(|said| ("warning", said)).collect(),
                package: env!("CARGO_PKG_NAME").to_owned(),
                cases: vec![Case {
                    class: name.clone(),
                    name: ACROSS.to_owned(),
                    ending: Ending::Passed,
                }],
                name,
                ..Suite::default()
            };
            out.write_all(junit::body(&[suite])?.as_bytes())?;
        }
        if end.partial {
            let message = self.words.partial.to_owned();
            let lines = vec![message.clone()];
            let mut suite = error_suite(env!("CARGO_PKG_NAME"), "run", RUN, None, message, lines);
            suite.properties = evaluated_by(&self.head);
            out.write_all(junit::body(&[suite])?.as_bytes())?;
        }
        out.write_all(junit::foot().as_bytes())
    }
}
