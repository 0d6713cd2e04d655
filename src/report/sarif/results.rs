//! Results: the clauses of a dossier that fall short, and what could not be evaluated.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io;

use super::model::{
    Artifact, Elsewhere, Evaluated, Location, Message, Notification, Outcome, ResultItem,
    ResultProperties, RuleReference,
};
use super::rules::{self, Numbers};
use super::{Added, texts};
use crate::dossier::{Location as Spot, Places};
use crate::outcome::Status;
use crate::pack::Pack;
use crate::pack::source::hex;
use crate::report::model::{ClauseReport, DossierReport, ErrorReport, EvaluationReport};
use crate::report::remark::Remark;
use crate::report::spots::{self, Spots, from_root};
use crate::report::text::safe::safe;
use crate::report::text::sentences::Sentences;
use crate::report::text::words::{Words, fill};
use crate::text::{Language, name_of};

/// The name of the fingerprints, with the version of how they are made.
const FINGERPRINT: &str = "clauseOfDossier/v1";

/// What a dossier adds to the run.
pub struct Results<'a> {
    rules: &'a Numbers,
    dossier: &'a DossierReport,
    sentences: Sentences<'a>,
    spots: Spots<'a>,
}

impl<'a> Results<'a> {
    pub fn new(
        pack: &'a Pack,
        rules: &'a Numbers,
        language: Language,
        dossier: &'a DossierReport,
        places: &'a Places,
    ) -> Self {
        Self {
            rules,
            dossier,
            sentences: Sentences::new(pack, Words::of(language)),
            spots: Spots::new(dossier, places),
        }
    }

    /// The results of all classes; clauses that count only where `all` is asked for.
    pub fn added(&self, all: bool) -> io::Result<Added> {
        let mut results = Vec::new();
        let mut notifications = Vec::new();
        for evaluation in &self.dossier.evaluations {
            for clause in &evaluation.clauses {
                if all || !clause.status.counts() {
                    results.push(self.result(evaluation, clause));
                }
                if clause.rule_status == Status::Error {
                    notifications.push(self.rule_failed(clause));
                }
            }
        }
        if let Some(message) = &self.dossier.reuse_error {
            let words = self.sentences.words;
            let message = fill(words.reuse_failed(), &[&fill(words.rule_error, &[message])]);
            let start = self.spots.start();
            results.push(not_evaluated(
                &self.dossier.path,
                start,
                "reuse",
                "",
                &message,
            ));
            notifications.push(notification(start, "", &message));
        }
        for section in self.dossier.remarks() {
            let remarks = section.remarks.iter();
            notifications.extend(remarks.map(|it| warning(self.sentences.words, it)));
        }
        let mut files = vec![self.spots.start().file.clone()];
        for result in results.iter().flat_map(|result| &result.files) {
            if !files.contains(result) {
                files.push(result.clone());
            }
        }
        let evaluations = self.dossier.evaluations.iter();
        let elsewhere = self.dossier.external.iter().map(|external| Elsewhere {
            dossier: safe(&self.dossier.path),
            sha256: self.dossier.sha256.clone(),
            reference_date: safe(&self.dossier.reference_date),
            class: external.class.clone(),
            standard: external.standard.clone(),
            standing: name_of(external.standing),
        });
        Ok(Added {
            artifacts: texts(files.iter().map(|file| Artifact::new(file)))?,
            results: texts(results.iter().map(|result| &result.item))?,
            notifications: texts(notifications)?,
            evaluations: texts(evaluations.map(|it| self.evaluated(it)))?,
            elsewhere: texts(elsewhere)?,
        })
    }

    fn result(&self, evaluation: &EvaluationReport, clause: &ClauseReport) -> Found {
        let words = self.sentences.words;
        let class = evaluation.title.get(words.language());
        let provider = &self.dossier.provider.name;
        let mut lines = vec![
            self.sentences.headline(clause),
            format!("{provider}{}{} {class}", words.comma, evaluation.clause),
        ];
        lines.extend(self.sentences.reasons(clause, &self.spots));
        let spots = self.spots.of_clause(clause);
        let mut places = spots.iter().map(|(spot, path)| Location::new(spot, path));
        let locations = places.next().into_iter().collect();
        let related = places.enumerate().map(|(number, location)| Location {
            id: Some(number + 1),
            ..location
        });
        let (kind, level) = match clause.status {
            Status::Satisfied => ("pass", "none"),
            Status::NotApplicable => ("notApplicable", "none"),
            Status::NotSatisfied | Status::NoEvidence | Status::Error => {
                ("fail", rules::level(clause.mandatory))
            }
        };
        let item = ResultItem {
            rule_id: clause.id.clone(),
            rule_index: self.rules.of(&clause.id),
            kind,
            level,
            message: message(&lines),
            locations,
            related_locations: related.collect(),
            partial_fingerprints: fingerprint(&[
                from_root(&self.dossier.path),
                &evaluation.class,
                &clause.id,
            ]),
            properties: ResultProperties {
                dossier: safe(&self.dossier.path),
                provider: Some(safe(provider)),
                class: Some(evaluation.class.clone()),
                status: Some(name_of(clause.status)),
                mandatory: Some(clause.mandatory),
            },
        };
        let files = spots.into_iter().map(|(spot, _)| spot.file);
        Found {
            item,
            files: files.collect(),
        }
    }

    fn rule_failed(&self, clause: &ClauseReport) -> Notification {
        let mut lines = vec![self.sentences.headline(clause)];
        lines.extend(self.sentences.message(clause));
        Notification {
            associated_rule: Some(RuleReference {
                id: clause.id.clone(),
                index: self.rules.of(&clause.id),
            }),
            ..notification(self.spots.start(), "", &lines.join("\n"))
        }
    }

    fn evaluated(&self, evaluation: &EvaluationReport) -> Evaluated {
        let with = |status| {
            let clauses = evaluation.clauses.iter();
            let chosen = clauses.filter(|clause| clause.status == status);
            chosen.map(|clause| clause.id.clone()).collect()
        };
        Evaluated {
            dossier: safe(&self.dossier.path),
            sha256: self.dossier.sha256.clone(),
            provider: safe(&self.dossier.provider.name),
            reference_date: safe(&self.dossier.reference_date),
            class: evaluation.class.clone(),
            outcome: Outcome::from(&evaluation.result),
            without_findings: Outcome::from(&evaluation.without_findings),
            deviations: evaluation.deviations.clone(),
            satisfied: with(Status::Satisfied),
            not_applicable: with(Status::NotApplicable),
        }
    }
}

/// A result and the files it is about.
pub struct Found {
    pub item: ResultItem,
    pub files: Vec<String>,
}

/// What an error adds.
pub fn of_error(error: &ErrorReport) -> io::Result<Added> {
    let spot = spots::of_error(error);
    let path = error.place.as_deref().unwrap_or_default();
    let found = not_evaluated(
        error.about(),
        &spot,
        &error.message,
        path,
        &error.to_string(),
    );
    Ok(Added {
        artifacts: texts([Artifact::new(&spot.file)])?,
        results: texts([found.item])?,
        notifications: texts([notification(&spot, path, &error.to_string())])?,
        ..Added::default()
    })
}

/// What an interrupted run says of itself.
pub fn partial(words: &Words) -> io::Result<Vec<String>> {
    texts([Notification {
        level: "error",
        message: Message::plain(words.partial),
        locations: Vec::new(),
        associated_rule: None,
    }])
}

/// What was noticed about several dossiers, or none.
pub fn across(words: &Words, remarks: &[Remark]) -> io::Result<Vec<String>> {
    texts(remarks.iter().map(|remark| warning(words, remark)))
}

/// A remark, with all of its places.
fn warning(words: &Words, remark: &Remark) -> Notification {
    let places = remark.places.iter().map(|place| {
        let path = place.path.as_deref().unwrap_or_default();
        Location::new(&spots::of_remark(place), path)
    });
    Notification {
        level: "warning",
        message: message(&spots::lines_of_remark(words, remark)),
        locations: places.collect(),
        associated_rule: None,
    }
}

/// What was not evaluated of a dossier; `why` tells it from others without line or language.
fn not_evaluated(dossier: &str, spot: &Spot, why: &str, path: &str, text: &str) -> Found {
    let item = ResultItem {
        rule_id: rules::NOT_EVALUATED.to_owned(),
        rule_index: 0,
        kind: "fail",
        level: "error",
        message: Message::plain(text),
        locations: vec![Location::new(spot, path)],
        related_locations: Vec::new(),
        partial_fingerprints: fingerprint(&[from_root(dossier), rules::NOT_EVALUATED, path, why]),
        properties: ResultProperties {
            dossier: safe(dossier),
            ..ResultProperties::default()
        },
    };
    Found {
        item,
        files: vec![spot.file.clone()],
    }
}

fn notification(spot: &Spot, path: &str, text: &str) -> Notification {
    Notification {
        level: "error",
        message: Message::plain(text),
        locations: vec![Location::new(spot, path)],
        associated_rule: None,
    }
}

fn message(lines: &[String]) -> Message {
    let lines: Vec<String> = lines.iter().map(|line| safe(line)).collect();
    Message::plain(&lines.join("\n"))
}

/// What stays the same however lines move and whatever the language.
fn fingerprint(parts: &[&str]) -> BTreeMap<&'static str, String> {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    let text = hex(&digest.finalize());
    BTreeMap::from([(FINGERPRINT, text)])
}
