//! A clause, its checks and what assessors judged in plain sentences, for every format made of lines.

use serde_json::Value;

use super::names::{Names, cut};
use super::said;
use super::words::{Words, fill};
use crate::dossier::Location;
use crate::outcome::{Check, CheckResult};
use crate::pack::Pack;
use crate::report::model::{ClauseReport, FindingReport};
use crate::report::spots::Spots;

/// Who says it in one language.
#[derive(Clone, Copy, Debug)]
pub struct Sentences<'a> {
    /// The host's texts.
    pub words: &'static Words,
    /// The pack's names.
    pub names: Names<'a>,
}

impl<'a> Sentences<'a> {
    /// With the names of `pack`, long lists and texts cut.
    #[must_use]
    pub fn new(pack: &'a Pack, words: &'static Words) -> Self {
        Self {
            words,
            names: Names::new(pack, words),
        }
    }

    /// A clause's status, with that of its rule where findings changed it.
    #[must_use]
    pub fn status(&self, clause: &ClauseReport) -> String {
        let status = self.words.status(clause.status);
        if clause.rule_status == clause.status {
            return status.to_owned();
        }
        let rule = fill(
            self.words.rule_said,
            &[self.words.status(clause.rule_status)],
        );
        format!("{status}{}{rule}", self.words.comma)
    }

    /// A clause in a line: id, title, status and whether it is mandatory.
    #[must_use]
    pub fn headline(&self, clause: &ClauseReport) -> String {
        let Words { colon, comma, .. } = self.words;
        let title = clause.title.get(self.words.language());
        let mut line = format!("{} {title}{colon}{}", clause.id, self.status(clause));
        if clause.mandatory {
            line.push_str(comma);
            line.push_str(self.words.mandatory_mark);
        }
        line
    }

    /// What the rule said instead of checks.
    #[must_use]
    pub fn message(&self, clause: &ClauseReport) -> Option<String> {
        said::message(self.words, &self.names, clause)
    }

    /// The fact with what was found and required.
    #[must_use]
    pub fn said(&self, check: &Check) -> String {
        said::check(self.words, &self.names, check)
    }

    /// A check in a line with its mark, where it stands in the dossier and in its file, and whether an
    /// assessor may settle it.
    #[must_use]
    pub fn check(&self, check: &Check, judgement_clause: bool, file: Option<&Location>) -> String {
        let line = format!("{} {}", mark(check), self.said(check));
        let mut notes = Vec::new();
        if !check.path.is_empty() {
            notes.push(format!("{} {}", self.words.place, cut(&check.path)));
        }
        notes.extend(file.map(ToString::to_string));
        if check.may_be_settled(judgement_clause) {
            notes.push(self.words.judged.to_owned());
        }
        if notes.is_empty() {
            return line;
        }
        format!("{line} [{}]", notes.join(self.words.comma))
    }

    /// The entries a check is about, a line for each kind.
    #[must_use]
    pub fn lists(&self, check: &Check) -> Vec<String> {
        self.named_lists(check)
            .into_iter()
            .map(|(name, values)| format!("{name}{}{values}", self.words.colon))
            .collect()
    }

    /// The entries a check is about, by kind.
    #[must_use]
    pub fn named_lists(&self, check: &Check) -> Vec<(&'static str, String)> {
        said::lists(self.words, &self.names, check)
    }

    /// What an assessor judged and what it did, why, and by which evidence.
    #[must_use]
    pub fn finding(&self, finding: &FindingReport) -> [String; 3] {
        let words = self.words;
        let line = said::finding(words, finding);
        let evidence = finding.evidence.iter().cloned().map(Value::String);
        let evidence: Vec<Value> = evidence.collect();
        let evidence = self.names.list(None, &evidence);
        [
            line,
            format!("{}{}{}", words.reason, words.colon, cut(&finding.reason)),
            format!("{}{}{evidence}", words.evidence, words.colon),
        ]
    }

    /// Why a clause has its status: the checks by which it falls short, or all of one that counts, with
    /// their places, and what assessors judged.
    #[must_use]
    pub fn reasons(&self, clause: &ClauseReport, spots: &Spots) -> Vec<String> {
        let mut lines: Vec<String> = self.message(clause).into_iter().collect();
        for check in decisive(clause) {
            let spot = spots.known(&check.path);
            lines.push(self.check(check, clause.judgement, spot.as_ref()));
            lines.extend(self.lists(check).iter().map(|line| format!("  {line}")));
        }
        for finding in &clause.findings {
            let [judged, details @ ..] = self.finding(finding);
            lines.push(judged);
            lines.extend(details.iter().map(|line| format!("  {line}")));
        }
        lines
    }
}

/// The checks that give a clause its status: those that fall short, or all of one that counts.
pub fn decisive(clause: &ClauseReport) -> impl Iterator<Item = &Check> {
    let counts = clause.status.counts();
    let checks = clause.checks.iter();
    checks.filter(move |check| counts || check.falls_short())
}

fn mark(check: &Check) -> &'static str {
    match check.result() {
        CheckResult::Information => "·",
        CheckResult::Met => "✓",
        CheckResult::NoEvidence => "?",
        CheckResult::NotMet => "✗",
    }
}
