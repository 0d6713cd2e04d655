//! What clauses ask for, from the pack.

use std::collections::BTreeSet;

use serde::Serialize;

use super::phrase::Phrase;
use crate::pack::Pack;
use crate::pack::catalogue::{Clause, ClauseId};

/// What a clause asks for and how it is read.
#[derive(Clone, Debug, Serialize)]
pub struct About {
    pub id: String,
    pub title: Phrase,
    pub description: Phrase,
    pub reading: Option<Phrase>,
    pub differs: Option<Phrase>,
    pub judgement: Option<Phrase>,
}

impl From<&Clause> for About {
    fn from(clause: &Clause) -> Self {
        Self {
            id: clause.id.to_string(),
            title: Phrase::from(&clause.title),
            description: Phrase::from(&clause.description),
            reading: clause.reading.as_ref().map(Phrase::from),
            differs: clause.differs.as_ref().map(Phrase::from),
            judgement: clause.judgement.as_ref().map(Phrase::from),
        }
    }
}

/// What is said of the clauses that were evaluated, in the standard's order.
pub fn of<'a>(pack: &Pack, evaluated: impl Iterator<Item = &'a ClauseId>) -> Vec<About> {
    let evaluated: BTreeSet<&ClauseId> = evaluated.collect();
    evaluated
        .into_iter()
        .filter_map(|id| pack.catalogue.clauses.get(id))
        .map(About::from)
        .collect()
}

/// A clause by number and name.
#[derive(Debug, Serialize)]
pub struct Named {
    pub id: String,
    pub title: Phrase,
}

/// Clauses of which the same is said that the standard contradicts itself on.
#[derive(Debug, Serialize)]
pub struct Contradiction {
    pub clauses: Vec<Named>,
    pub said: Phrase,
}

/// Where the standard contradicts itself on clauses that were evaluated.
pub fn contradictions(all: &[About]) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = Vec::new();
    for about in all {
        let Some(said) = &about.differs else {
            continue;
        };
        let clause = Named {
            id: about.id.clone(),
            title: about.title.clone(),
        };
        match found.iter_mut().find(|other| other.said == *said) {
            Some(same) => same.clauses.push(clause),
            None => found.push(Contradiction {
                clauses: vec![clause],
                said: said.clone(),
            }),
        }
    }
    found
}
