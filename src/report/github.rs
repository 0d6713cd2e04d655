//! The format for GitHub Actions: annotations as workflow commands, which the log of a step shows at the
//! lines of the files.
//!
//! A step shows ten annotations of each kind, the first ones. So everything waits, on disk where it is much,
//! and the most important comes first. Every line but the last begins with a command of this program; text
//! of dossiers stands inside commands only, escaped as GitHub's own toolkit does it.

use std::io::{self, Write};
use std::sync::Arc;

use super::format::{End, Format, Fragment, Writer};
use super::gaps::{self, Gap};
use super::model::{DossierReport, ErrorReport, EvaluationReport, Head};
use super::remark::{Remark, RemarkPlace};
use super::spool::Spool;
use super::spots::{self, Spots};
use super::text::names::cut;
use super::text::overview::in_short;
use super::text::safe::safe;
use super::text::sentences::Sentences;
use super::text::words::{Words, fill};
use super::trail;
use crate::dossier::{Location, Places, STDIN};
use crate::outcome::Status;
use crate::pack::Pack;
use crate::score::Verdict;
use crate::text::Language;

/// The format with its options.
#[derive(Clone, Debug)]
pub struct Github {
    pack: Arc<Pack>,
    head: Head,
    language: Language,
}

/// How important an annotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    NotEvaluated,
    Mandatory,
    Other,
    Failed,
    Rest,
}

impl Rank {
    const ALL: [Self; 5] = [
        Self::NotEvaluated,
        Self::Mandatory,
        Self::Other,
        Self::Failed,
        Self::Rest,
    ];

    fn command(self) -> &'static str {
        match self {
            Self::NotEvaluated | Self::Mandatory => "error",
            Self::Other => "warning",
            Self::Failed | Self::Rest => "notice",
        }
    }
}

impl Github {
    /// Annotations in `language`; the pack names facts and values.
    #[must_use]
    pub fn new(pack: Arc<Pack>, language: Language) -> Self {
        Self {
            head: Head::new(&pack),
            pack,
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

impl Format for Github {
    fn render(&self, dossier: &DossierReport, places: &Places) -> io::Result<Fragment> {
        let annotations = Annotations {
            sentences: Sentences::new(&self.pack, Words::of(self.language)),
            pass_mark: self.pack.pass_mark,
            spots: Spots::new(dossier, places),
            dossier,
        };
        let lines = annotations.all();
        let lines = lines
            .iter()
            .map(|(rank, line)| format!("{}{line}", *rank as u8));
        Ok(Fragment {
            body: lines.collect(),
            ..Fragment::default()
        })
    }

    fn needs_places(&self) -> bool {
        true
    }

    fn writer(&self) -> Box<dyn Writer> {
        Box::new(GithubWriter {
            head: self.head.clone(),
            words: Words::of(self.language),
            lines: Rank::ALL.map(|rank| (rank, Spool::default())),
        })
    }
}

/// The annotations of a dossier.
struct Annotations<'a> {
    sentences: Sentences<'a>,
    pass_mark: u32,
    spots: Spots<'a>,
    dossier: &'a DossierReport,
}

impl Annotations<'_> {
    fn all(&self) -> Vec<(Rank, String)> {
        let words = self.sentences.words;
        let mut all = Vec::new();
        all.extend(gaps::of(self.dossier).iter().map(|gap| self.clause(gap)));
        let evaluations = self.dossier.evaluations.iter();
        all.extend(evaluations.map(|evaluation| self.verdict(evaluation)));
        for external in &self.dossier.external {
            let class = external.title.get(words.language());
            let title = format!("{} {class}", external.clause);
            let standing = words.standing(external.standing);
            let line = command(
                Rank::Rest,
                self.spots.start(),
                &title,
                &[
                    self.provider(),
                    standing.to_owned(),
                    trail::of_dossier(words, self.dossier),
                ],
            );
            all.push((Rank::Rest, line));
        }
        for section in self.dossier.remarks() {
            let remarks = section.remarks.iter();
            all.extend(remarks.map(|it| (Rank::Other, remark(words, it))));
        }
        if let Some(message) = &self.dossier.reuse_error {
            let message = fill(words.rule_error, &[&cut(message)]);
            let message = fill(words.reuse_failed(), &[&message]);
            let rank = Rank::NotEvaluated;
            let line = command(rank, self.spots.start(), words.not_evaluated, &[message]);
            all.push((rank, line));
        }
        all
    }

    fn provider(&self) -> String {
        cut(&self.dossier.provider.name)
    }

    /// The provider with classes.
    fn whom(&self, classes: &[&EvaluationReport]) -> String {
        let words = self.sentences.words;
        let named = |it: &&EvaluationReport| {
            let title = it.title.get(words.language());
            format!("{} {title}", it.clause)
        };
        let classes: Vec<String> = classes.iter().map(named).collect();
        let classes = classes.join(words.list);
        format!("{}{}{classes}", self.provider(), words.comma)
    }

    fn verdict(&self, evaluation: &EvaluationReport) -> (Rank, String) {
        let (words, result) = (self.sentences.words, &evaluation.result);
        let rank = match result.verdict {
            Verdict::Pass => Rank::Rest,
            Verdict::Fail | Verdict::Undetermined => Rank::Failed,
        };
        let verdict = words.verdict(result);
        let title = format!("{verdict}{}{}", words.colon, self.whom(&[evaluation]));
        let mut lines = vec![in_short(words, result, self.pass_mark)];
        lines.push(trail::of_dossier(words, self.dossier));
        let deviations = evaluation.deviations.iter();
        lines.extend(deviations.map(|deviation| {
            let text = deviation.text.get(words.language());
            format!("{}{}{text}", words.deviations(), words.colon)
        }));
        let spot = self.spots.known("provider.name");
        let spot = spot.as_ref().unwrap_or(self.spots.start());
        (rank, command(rank, spot, &title, &lines))
    }

    fn clause(&self, Gap { clause, classes }: &Gap) -> (Rank, String) {
        // A rule that failed leaves the clause undecided: nobody may take that for a lesser gap.
        let rank = if clause.status == Status::Error {
            Rank::NotEvaluated
        } else if clause.mandatory {
            Rank::Mandatory
        } else {
            Rank::Other
        };
        let mut lines = vec![self.whom(classes)];
        lines.extend(self.sentences.reasons(clause, &self.spots));
        let spots = self.spots.of_clause(clause);
        let spot = spots.first().map_or(self.spots.start(), |(spot, _)| spot);
        let title = self.sentences.headline(clause);
        (rank, command(rank, spot, &title, &lines))
    }
}

/// The annotation of a remark, at the first of its places.
fn remark(words: &Words, remark: &Remark) -> String {
    let lines = spots::lines_of_remark(words, remark);
    let first = remark.places.first().map(spots::of_remark);
    let spot = first.unwrap_or_else(|| spots::of_remark(&RemarkPlace::default()));
    command(Rank::Other, &spot, words.remarks_section(), &lines)
}

/// A line that the runner takes for a command.
fn command(rank: Rank, spot: &Location, title: &str, lines: &[String]) -> String {
    let mut properties = Vec::new();
    if spot.file != STDIN {
        properties.push(format!("file={}", property(&safe(&spot.file))));
        // A workbook has no lines.
        if spot.sheet.is_none() {
            properties.push(format!("line={}", spot.line));
            properties.push(format!("col={}", spot.column));
        }
    }
    properties.push(format!("title={}", property(&safe(title))));
    let lines: Vec<String> = lines.iter().map(|line| data(&safe(line))).collect();
    let (command, properties) = (rank.command(), properties.join(","));
    format!("::{command} {properties}::{}\n", lines.join("%0A"))
}

/// Text as the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Text as a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Annotations under way, by importance.
#[derive(Debug)]
struct GithubWriter {
    head: Head,
    words: &'static Words,
    lines: [(Rank, Spool); 5],
}

impl GithubWriter {
    fn push(&mut self, rank: u8, line: &str) -> io::Result<()> {
        let mut lines = self.lines.iter_mut();
        match lines.find(|(other, _)| *other as u8 == rank) {
            Some((_, spool)) => spool.push(&format!("{line}\n")),
            None => Ok(()),
        }
    }
}

impl Writer for GithubWriter {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn dossier(&mut self, fragment: &Fragment, _: &mut dyn Write) -> io::Result<()> {
        fragment.body.lines().try_for_each(|line| {
            let (rank, line) = line.split_at_checked(1).unwrap_or_default();
            self.push(rank.parse().unwrap_or_default(), line)
        })
    }

    fn error(&mut self, error: &ErrorReport, _: &mut dyn Write) -> io::Result<()> {
        let rank = Rank::NotEvaluated;
        let spot = spots::of_error(error);
        let lines = [error.to_string()];
        let line = command(rank, &spot, self.words.not_evaluated, &lines);
        self.push(rank as u8, line.trim_end_matches('\n'))
    }

    fn end(&mut self, end: &End, out: &mut dyn Write) -> io::Result<()> {
        let words = self.words;
        for across in &end.across {
            let line = remark(words, across);
            self.push(Rank::Other as u8, line.trim_end_matches('\n'))?;
        }
        if end.partial {
            let title = property(words.not_evaluated);
            writeln!(out, "::error title={title}::{}", data(words.partial))?;
        }
        for (_, lines) in &mut self.lines {
            lines.copy(out)?;
        }
        let basis = trail::lines(words, &self.head);
        let basis: Vec<String> = basis.iter().map(|line| data(&safe(line))).collect();
        let (title, basis) = (property(words.basis()), basis.join("%0A"));
        writeln!(out, "::notice title={title}::{basis}")?;
        let totals = end.counts.said(words);
        writeln!(
            out,
            "{totals}{}{}",
            words.semicolon,
            words.annotations_shown()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_as_the_toolkit_of_github_does() {
        assert_eq!(data("50%\r\n::x"), "50%25%0D%0A::x");
        assert_eq!(property("a,b:c%0A"), "a%2Cb%3Ac%250A");
    }
}
