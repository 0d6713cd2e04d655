//! A clause: its checks and what assessors judged.

use serde::Serialize;

use super::phrase::{Phrase, say};
use super::speaker::{Speaker, status_key};
use crate::dossier::{Location, Places};
use crate::finding::Judgement;
use crate::outcome::{Check, CheckResult, Status};
use crate::report::model::{ClauseReport, FindingReport};
use crate::report::text::comparison::Comparison;
use crate::report::text::said;

/// A clause.
#[derive(Debug, Serialize)]
pub struct ClauseView {
    pub id: String,
    /// The id that leads to it within its dossier.
    pub anchor: String,
    pub title: Phrase,
    pub key: &'static str,
    pub status: Phrase,
    /// The rule's status, where findings changed it.
    pub rule_status: Option<Phrase>,
    pub mandatory: bool,
    /// Whether it counts as satisfied.
    pub counts: bool,
    /// What the rule said instead of checks.
    pub message: Option<Phrase>,
    pub checks: Vec<CheckView>,
    pub findings: Vec<FindingView>,
}

/// A check.
#[derive(Debug, Serialize)]
pub struct CheckView {
    pub fact: Phrase,
    pub found: Phrase,
    pub required: Option<Phrase>,
    /// Where in the dossier.
    pub place: String,
    /// In which line of which file, as `dossier.yaml:12`, where places are known.
    pub line: Option<String>,
    /// Whether it is met, short of it, without evidence, or only information.
    pub key: &'static str,
    pub result: Phrase,
    /// Whether an assessor may settle it.
    pub judged: bool,
    /// Whether the clause falls short by it.
    pub short: bool,
    pub lists: Vec<ListView>,
}

/// What a check lists: what it is, and the values.
#[derive(Debug, Serialize)]
pub struct ListView {
    pub name: Phrase,
    pub values: Phrase,
}

/// A finding.
#[derive(Debug, Serialize)]
pub struct FindingView {
    pub date: String,
    pub assessor: String,
    pub key: &'static str,
    pub verdict: Phrase,
    pub effect: Phrase,
    pub rejection: Option<Phrase>,
    pub reason: String,
    pub evidence: Vec<String>,
}

impl ClauseView {
    /// A clause of the evaluation of `class`.
    pub fn new(speaker: &Speaker, places: &Places, class: &str, clause: &ClauseReport) -> Self {
        Self {
            id: clause.id.clone(),
            anchor: format!("{class}-{}", clause.id),
            title: Phrase::from(&clause.title),
            key: status_key(clause.status),
            status: speaker.status(clause.status),
            rule_status: (clause.rule_status != clause.status)
                .then(|| speaker.status(clause.rule_status)),
            mandatory: clause.mandatory,
            counts: clause.status.counts(),
            message: clause.message.is_some().then(|| {
                speaker.both(|words, names| said::message(words, names, clause).unwrap_or_default())
            }),
            checks: clause
                .checks
                .iter()
                .map(|check| CheckView::new(speaker, places, check, clause.judgement))
                .collect(),
            findings: clause
                .findings
                .iter()
                .map(|finding| FindingView::new(speaker, finding))
                .collect(),
        }
    }

    /// The checks by which it falls short.
    pub fn short(&self) -> impl Iterator<Item = &CheckView> {
        self.checks.iter().filter(|check| check.short)
    }
}

impl CheckView {
    fn new(speaker: &Speaker, places: &Places, check: &Check, judgement_clause: bool) -> Self {
        let comparison = |part: fn(Comparison) -> Option<String>| {
            speaker
                .both(|words, names| part(Comparison::new(words, names, check)).unwrap_or_default())
        };
        let required = comparison(|comparison| comparison.required);
        Self {
            fact: speaker.both(|_, names| names.fact(&check.fact)),
            found: comparison(|comparison| Some(comparison.found)),
            required: (!required.is_empty()).then_some(required),
            place: check.path.clone(),
            line: places.locate(&check.path).map(|place| line(&place)),
            key: result_key(check),
            result: speaker.both(|words, _| words.check(check)),
            judged: check.may_be_settled(judgement_clause),
            short: check.falls_short(),
            lists: lists(speaker, check),
        }
    }
}

/// The line with the name of its file. In which folder that lies says where the dossier does.
fn line(place: &Location) -> String {
    let name = place.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let file = name.to_owned();
    Location {
        file,
        ..place.clone()
    }
    .line_of_file()
}

fn result_key(check: &Check) -> &'static str {
    match check.result() {
        CheckResult::Information => "information",
        CheckResult::Met => "met",
        CheckResult::NoEvidence => "missing",
        CheckResult::NotMet => "short",
    }
}

fn lists(speaker: &Speaker, check: &Check) -> Vec<ListView> {
    let (zh, en) = speaker.each(|words, names| said::lists(words, names, check));
    zh.iter()
        .zip(&en)
        .map(|(zh, en)| ListView {
            name: say(zh.0, en.0),
            values: say(&zh.1, &en.1),
        })
        .collect()
}

impl FindingView {
    fn new(speaker: &Speaker, finding: &FindingReport) -> Self {
        Self {
            date: finding.date.clone(),
            assessor: finding.assessor.clone(),
            key: match finding.verdict {
                Judgement::Satisfied => status_key(Status::Satisfied),
                Judgement::NotSatisfied => status_key(Status::NotSatisfied),
            },
            verdict: speaker.both(|words, _| words.judgement(finding.verdict)),
            effect: speaker.both(|words, _| words.effect(finding.effect)),
            rejection: finding
                .reason_not_applied
                .map(|rejection| speaker.both(|words, _| words.rejection(rejection))),
            reason: finding.reason.clone(),
            evidence: finding.evidence.clone(),
        }
    }
}
