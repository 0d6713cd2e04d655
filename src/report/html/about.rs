//! What clauses ask for, from the pack: in the page once, however many dossiers there are.

use askama::Template;
use std::collections::BTreeSet;

use super::phrase::{Phrase, say};
use crate::pack::Pack;
use crate::pack::catalogue::{Clause, ClauseId};

/// What a clause asks for and how it is read.
#[derive(Debug, Template)]
#[template(path = "about.html")]
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

/// Clauses of which the same is said that the standard contradicts itself on.
#[derive(Debug)]
pub struct Contradiction {
    pub clauses: Vec<(String, Phrase)>,
    pub said: Phrase,
}

/// Where the standard contradicts itself on clauses that were evaluated.
pub fn contradictions(all: &[About]) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = Vec::new();
    for about in all {
        let Some(said) = &about.differs else {
            continue;
        };
        let clause = (about.id.clone(), about.title.clone());
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

/// Where a clause in a page takes up what is said of it.
const PLACE: &str = "<div class=\"about\" data-about=\"";

/// The page of a dossier with what its clauses ask for. Evidence is escaped and cannot look like a
/// place for it.
pub fn put_into(page: &str, all: &[About]) -> askama::Result<String> {
    let mut parts = page.split(PLACE);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once("\">").unwrap_or((part, ""));
        text.push_str("<div class=\"about\">");
        if let Some(about) = all.iter().find(|about| about.id == id) {
            text.push_str(&about.render()?);
        }
        text.push_str(rest);
    }
    Ok(text)
}
