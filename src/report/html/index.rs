//! What a run comes to: a line for each class of each dossier, the distribution of scores, and the
//! clauses that most dossiers fail.

use std::collections::{BTreeMap, BTreeSet};

use super::pictures::Histogram;
use crate::pack::catalogue::ClauseId;
use crate::report::model::DossierReport;
use crate::report::view::dossier::{ClassView, classes};
use crate::report::view::phrase::Phrase;
use crate::report::view::speaker::Speaker;
use crate::score::{DecidedBy, Verdict};

/// What a dossier adds to the index.
#[derive(Debug)]
pub struct Entry {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) reference_date: String,
    pub(super) classes: Vec<ClassView>,
    /// Score, verdict and what decided it, by class.
    results: Vec<(String, String, Verdict, Option<DecidedBy>)>,
    /// The clauses that were evaluated, and whether one falls short in a class.
    clauses: BTreeMap<ClauseId, bool>,
}

impl Entry {
    /// The entry of a dossier.
    pub(super) fn new(speaker: &Speaker, dossier: &DossierReport) -> Self {
        let mut clauses = BTreeMap::new();
        for clause in dossier
            .evaluations
            .iter()
            .flat_map(|evaluation| &evaluation.clauses)
        {
            *clauses.entry(ClauseId::new(&clause.id)).or_default() |= !clause.status.counts();
        }
        let results = dossier.evaluations.iter().map(|evaluation| {
            let result = &evaluation.result;
            let (score, verdict) = (result.score.clone(), result.verdict);
            (evaluation.class.clone(), score, verdict, result.decided_by)
        });
        Self {
            name: dossier.provider.name.clone(),
            path: dossier.path.clone(),
            reference_date: dossier.reference_date.clone(),
            classes: classes(speaker, dossier),
            results: results.collect(),
            clauses,
        }
    }

    /// The path in pieces between which a line may end.
    pub(super) fn path_parts(&self) -> impl Iterator<Item = &str> {
        self.path.split_inclusive('/')
    }

    /// The clauses that fall short, apart by spaces.
    pub(super) fn short(&self) -> String {
        let short = self.clauses.iter().filter(|(_, short)| **short);
        let short: Vec<&str> = short.map(|(id, _)| id.as_str()).collect();
        short.join(" ")
    }
}

/// How many dossiers fail a clause.
#[derive(Clone, Copy, Debug, Default)]
struct Failed {
    dossiers: u64,
    of: u64,
}

/// What all dossiers so far come to.
#[derive(Debug, Default)]
pub struct Tallies {
    pub dossiers: u64,
    pub pass: u64,
    pub fail: u64,
    pub open: u64,
    histograms: BTreeMap<Option<ClauseId>, (String, Phrase, Histogram)>,
    clauses: BTreeMap<ClauseId, Failed>,
    classes: BTreeMap<ClauseId, (String, Phrase)>,
}

/// A clause with the number of dossiers that fail it.
#[derive(Debug)]
pub struct FailedClause {
    pub id: String,
    pub title: Phrase,
    pub mandatory: bool,
    pub dossiers: u64,
    pub of: u64,
    /// The share of dossiers in tenths of a per cent, which is the width of its bar.
    pub share: u64,
}

/// The distribution of scores of a class, or of all of them.
#[derive(Debug)]
pub struct Distribution {
    /// The class; empty for all.
    pub class: String,
    pub title: Phrase,
    pub histogram: Histogram,
}

impl Tallies {
    /// Adds a dossier.
    pub fn add(&mut self, entry: &Entry) {
        self.dossiers += 1;
        for class in &entry.classes {
            let named = || (class.id.clone(), class.title.clone());
            self.classes
                .entry(ClauseId::new(&class.clause))
                .or_insert_with(named);
        }
        for (class, score, verdict, decided_by) in &entry.results {
            match verdict {
                Verdict::Pass => self.pass += 1,
                Verdict::Fail => self.fail += 1,
                Verdict::Undetermined => self.open += 1,
            }
            let view = entry.classes.iter().find(|view| view.id == *class);
            let keys = [None, view.map(|view| ClauseId::new(&view.clause))];
            for key in keys.into_iter().collect::<BTreeSet<_>>() {
                let named = key.as_ref().and(view);
                let new = || {
                    let id = named.map(|view| view.id.clone()).unwrap_or_default();
                    let title = named.map(|view| view.title.clone()).unwrap_or_default();
                    (id, title, Histogram::default())
                };
                let (.., histogram) = self.histograms.entry(key).or_insert_with(new);
                histogram.add(score, *verdict, *decided_by);
            }
        }
        for (id, short) in &entry.clauses {
            let failed = self.clauses.entry(id.clone()).or_default();
            failed.of += 1;
            failed.dossiers += u64::from(*short);
        }
    }

    /// The clauses that were evaluated.
    pub fn evaluated(&self) -> impl Iterator<Item = &ClauseId> {
        self.clauses.keys()
    }

    /// The classes of the dossiers, in the standard's order.
    pub fn classes(&self) -> Vec<(String, Phrase)> {
        self.classes.values().cloned().collect()
    }

    /// All evaluations.
    pub fn evaluations(&self) -> u64 {
        self.pass + self.fail + self.open
    }

    /// The distribution over all classes, and over each where there are several.
    pub fn distributions(&self) -> Vec<Distribution> {
        let all = self.histograms.iter();
        let several = self.histograms.len() > 2;
        all.filter(|(key, _)| several || key.is_none())
            .map(|(_, (class, title, histogram))| Distribution {
                class: class.clone(),
                title: title.clone(),
                histogram: histogram.clone(),
            })
            .collect()
    }

    /// The clauses that some dossier fails, the most failed first.
    pub fn failed(&self, speaker: &Speaker) -> Vec<FailedClause> {
        let named = |id: &ClauseId| speaker.pack.catalogue.clauses.get(id);
        let failed = self
            .clauses
            .iter()
            .filter(|(_, failed)| failed.dossiers > 0);
        let mut failed: Vec<FailedClause> = failed
            .map(|(id, failed)| FailedClause {
                id: id.to_string(),
                title: named(id)
                    .map(|clause| Phrase::from(&clause.title))
                    .unwrap_or_default(),
                mandatory: named(id).is_some_and(|clause| clause.mandatory),
                dossiers: failed.dossiers,
                of: failed.of,
                share: (failed.dossiers * 1000).checked_div(failed.of).unwrap_or(0),
            })
            .collect();
        // The order among equals stays that of the standard.
        failed.sort_by_key(|clause| std::cmp::Reverse(clause.dossiers));
        failed
    }
}
