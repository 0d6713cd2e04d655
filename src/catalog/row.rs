//! One clause as catalogues list it: what is known of it without any dossier.

use serde::Serialize;
use std::collections::BTreeSet;

use crate::pack::manifest::{Area, Term};
use crate::pack::{Clause, Pack};
use crate::reads::{Evidence, Reads};
use crate::schema::words;
use crate::score::{Points, Tally};
use crate::text::Text;

/// One clause.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Clause id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What is asked for.
    pub description: Text,
    /// Whether it is mandatory (必要项).
    pub mandatory: bool,
    /// Where it counts; `null` for a clause of no term, which is never evaluated.
    pub counts: Option<Counts>,
    /// The classes that it is evaluated for.
    pub classes: Vec<Named>,
    /// What evidence it reads.
    pub evidence: EvidenceRow,
    /// How an ambiguous wording is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Text>,
    /// Where the standard differs with itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differs: Option<Text>,
    /// What an assessor judges.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Text>,
    /// The pack that decides it.
    pub pack: String,
    /// Rego package of its rule.
    pub package: String,
    /// Name of its rule.
    pub rule: String,
    /// File of the rule, below the folder of the pack for the built-in one.
    pub file: String,
    /// Line of the rule's annotation, from 1.
    pub line: usize,
}

/// Where a clause counts.
#[derive(Clone, Debug, Serialize)]
pub struct Counts {
    /// Its area.
    pub area: Named,
    /// Its term.
    pub term: Named,
    /// The term's weight in per cent.
    pub weight: u32,
    /// How many clauses the term has.
    pub clauses: u64,
    /// What one clause of the term is worth in points, cut to two decimal places.
    pub points: String,
    /// The same as a fraction.
    pub points_exact: String,
}

/// Something of the standard, with its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Identifier.
    pub id: String,
    /// Number in the standard, as `8.1`.
    pub clause: String,
    /// Name.
    pub title: Text,
}

/// What a clause reads.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EvidenceRow {
    /// Parts of a dossier, as `people` or `quality.internal_audits`.
    pub parts: Vec<Part>,
    /// Words that its rule asks for.
    pub words: Vec<Words>,
}

/// A part of a dossier.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// Its key, and that below it.
    pub name: String,
    /// What it is called.
    pub title: Text,
}

/// Words of one vocabulary.
#[derive(Clone, Debug, Serialize)]
pub struct Words {
    /// The vocabulary.
    pub vocabulary: String,
    /// Where in the parts its words stand, as `documents[].kind`.
    pub places: Vec<String>,
    /// The words.
    pub words: Vec<Word>,
}

/// A word of a vocabulary.
#[derive(Clone, Debug, Serialize)]
pub struct Word {
    /// The word as dossiers have it.
    pub id: String,
    /// What it is called.
    pub title: Text,
}

impl Row {
    /// The row of a clause of the pack.
    #[must_use]
    pub fn new(pack: &Pack, reads: &Reads, clause: &Clause) -> Self {
        let place = place_of(pack, clause);
        let term = place.map(|(term, _)| term);
        let classes = pack.catalogue.classes.iter().filter(|class| {
            let mut terms = pack.catalogue.terms_of(class);
            class.term.is_some() && terms.any(|other| term.is_some_and(|term| term.id == other.id))
        });
        let identities = pack.identities.iter();
        // The built-in pack's files begin with nothing, which every name begins with.
        let owner = identities
            .filter(|pack| clause.file.starts_with(&pack.prefix))
            .max_by_key(|pack| pack.prefix.len());
        Self {
            id: clause.id.to_string(),
            title: clause.title.clone(),
            description: clause.description.clone(),
            mandatory: clause.mandatory,
            counts: place.map(|(term, area)| Counts::new(term, area)),
            classes: classes
                .map(|class| Named {
                    id: class.id.clone(),
                    clause: class.clause.clone(),
                    title: class.title.clone(),
                })
                .collect(),
            evidence: reads
                .of(&clause.id)
                .map(|read| EvidenceRow::new(pack, reads, read))
                .unwrap_or_default(),
            reading: clause.reading.clone(),
            differs: clause.differs.clone(),
            judgement: clause.judgement.clone(),
            pack: owner.map(|pack| pack.id.clone()).unwrap_or_default(),
            package: clause.package.clone(),
            rule: clause.rule.clone(),
            file: clause.file.clone(),
            line: clause.line,
        }
    }
}

/// The term and the area that a clause counts in.
fn place_of<'p>(pack: &'p Pack, clause: &Clause) -> Option<(&'p Term, &'p Area)> {
    let catalogue = &pack.catalogue;
    let areas = catalogue
        .terms
        .iter()
        .flat_map(|term| term.areas.iter().map(move |area| (term, area)));
    areas.into_iter().find(|(_, area)| {
        let mut clauses = catalogue.clauses_of_area(&area.clause);
        clauses.any(|other| other.id == clause.id)
    })
}

impl Counts {
    fn new(term: &Term, area: &Area) -> Self {
        let clauses = term.areas.iter().map(|area| area.clauses as u64).sum();
        let one = Tally {
            satisfied: 1,
            total: clauses,
        };
        let points = Points::share(one, term.weight, 100);
        Self {
            area: Named {
                id: area.id.clone(),
                clause: area.clause.clone(),
                title: area.title.clone(),
            },
            term: Named {
                id: term.id.clone(),
                clause: term.clause.clone(),
                title: term.title.clone(),
            },
            weight: term.weight,
            clauses,
            points: points.decimal(),
            points_exact: points.exact(),
        }
    }
}

impl EvidenceRow {
    fn new(pack: &Pack, reads: &Reads, read: &Evidence) -> Self {
        let part = |name: &String| Part {
            name: name.clone(),
            title: reads.title(name).cloned().unwrap_or_default(),
        };
        let of_vocabulary = |vocabulary: &String, asked: &BTreeSet<String>| {
            let named = words(pack, vocabulary).into_iter();
            Words {
                vocabulary: vocabulary.clone(),
                places: reads
                    .places(read, vocabulary)
                    .into_iter()
                    .map(str::to_owned)
                    .collect(),
                words: named
                    .filter(|(id, _)| asked.contains(id))
                    .map(|(id, title)| Word { id, title })
                    .collect(),
            }
        };
        Self {
            parts: read.parts.iter().map(part).collect(),
            words: read
                .words
                .iter()
                .map(|(vocabulary, asked)| of_vocabulary(vocabulary, asked))
                .collect(),
        }
    }
}
