//! A dossier to fill in: YAML with comments that say which clauses each part serves, and an example of an
//! entry of each kind. Examples are comments too: nothing that nobody filled in is evidence.
//!
//! Lines with a space behind the `#` explain. Others are the example: without the `#` they are a dossier.

mod page;
mod sample;

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

use crate::pack::catalogue::ClauseId;
use crate::pack::manifest::Class;
use crate::pack::{Pack, PackError};
use crate::reads::{Evidence, Reads};
use crate::schema::{published, resolved};
use crate::text::Language;
use page::Page;
use sample::Sampler;

/// Parts of a dossier that are not asked for by clauses and no provider fills in.
const OF_ASSESSORS: [&str; 2] = ["findings", "verifications"];

/// What a skeleton is of.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// The classes that are applied for.
    pub classes: Vec<&'a Class>,
    /// Registered name of the provider.
    pub provider: String,
    /// Reference date, as `2026-06-30`.
    pub reference_date: String,
    /// The language of the comments.
    pub language: Language,
}

/// A file of a skeleton.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name in a folder dossier, `dossier.yaml` first.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The parts of a skeleton; put one behind the other they are one file.
///
/// # Errors
/// Rules of the pack that do not parse.
pub fn parts(pack: &Pack, wanted: &Wanted) -> Result<Vec<Part>, Vec<PackError>> {
    let reads = Reads::new(pack)?;
    let schema = published(pack);
    let served = Served::new(pack, &reads, wanted);
    let top = resolved(&schema, &schema);
    let properties = top.get("properties").and_then(Value::as_object);
    let registers: Vec<(&String, &Value)> = properties
        .into_iter()
        .flatten()
        .filter(|(key, _)| served.has(key))
        .collect();
    let sampler = Sampler {
        schema: &schema,
        pack,
        served: &served,
        registers: registers.iter().map(|(key, _)| key.as_str()).collect(),
        wanted,
    };
    let mut first = Page::new(wanted.language);
    first.head(wanted);
    let mut parts = Vec::new();
    for (key, node) in registers {
        if key == "provider" {
            first.part(&sampler, key, node);
            continue;
        }
        let mut page = Page::new(wanted.language);
        page.part(&sampler, key, node);
        parts.push(Part {
            name: format!("{key}.yaml"),
            text: page.into_text(),
        });
    }
    parts.insert(
        0,
        Part {
            name: "dossier.yaml".to_owned(),
            text: first.into_text(),
        },
    );
    Ok(parts)
}

/// Which clauses each part of a dossier serves, for the classes that are wanted.
struct Served {
    /// Part, as `people` or `quality.internal_audits`, to clauses.
    parts: BTreeMap<String, BTreeSet<ClauseId>>,
    /// Vocabulary to its words that clauses ask for, each with the clauses.
    words: BTreeMap<String, BTreeMap<String, BTreeSet<ClauseId>>>,
    /// Service items of the classes.
    services: Vec<String>,
}

impl Served {
    fn new(pack: &Pack, reads: &Reads, wanted: &Wanted) -> Self {
        let mut served = Self {
            parts: BTreeMap::new(),
            words: BTreeMap::new(),
            services: Vec::new(),
        };
        for class in &wanted.classes {
            for term in pack.catalogue.terms_of(class) {
                let services = term.areas.iter().filter_map(|area| area.service.clone());
                served.services.extend(services);
                for clause in pack.catalogue.clauses_of(term) {
                    if let Some(evidence) = reads.of(&clause.id) {
                        served.add(&clause.id, evidence);
                    }
                }
            }
        }
        served
    }

    fn add(&mut self, clause: &ClauseId, evidence: &Evidence) {
        for part in &evidence.parts {
            let clauses = self.parts.entry(part.clone()).or_default();
            clauses.insert(clause.clone());
        }
        for (vocabulary, words) in &evidence.words {
            let known = self.words.entry(vocabulary.clone()).or_default();
            for word in words {
                known
                    .entry(word.clone())
                    .or_default()
                    .insert(clause.clone());
            }
        }
    }

    /// Whether a part of the top level is of use. The provider has a name whatever else is asked.
    fn has(&self, key: &str) -> bool {
        let within = format!("{key}.");
        let is_read = self
            .parts
            .keys()
            .any(|part| part == key || part.starts_with(&within));
        (is_read || key == "provider") && !OF_ASSESSORS.contains(&key)
    }

    /// The keys of a part that is no list that are read; all where the part is read as a whole.
    fn keys(&self, part: &str) -> Option<BTreeSet<&str>> {
        if self.parts.contains_key(part) {
            return None;
        }
        let parts = self.parts.keys();
        let keys = parts.filter_map(|it| it.strip_prefix(part)?.strip_prefix('.'));
        Some(keys.filter_map(|key| key.split('.').next()).collect())
    }

    /// The clauses that a part serves, with those of parts within it.
    fn clauses(&self, part: &str) -> BTreeSet<&ClauseId> {
        let within = format!("{part}.");
        let parts = self.parts.iter();
        let found = parts.filter(|(it, _)| *it == part || it.starts_with(&within));
        found.flat_map(|(_, clauses)| clauses).collect()
    }

    /// The words of a vocabulary that are asked for, with the clauses of a part that do.
    fn words_of(&self, vocabulary: &str, part: &str) -> Vec<(&str, Vec<&ClauseId>)> {
        let of_part = self.clauses(part);
        let words = self.words.get(vocabulary).into_iter().flatten();
        words
            .map(|(word, clauses)| {
                let clauses = clauses.iter().filter(|clause| of_part.contains(clause));
                (word.as_str(), clauses.collect::<Vec<_>>())
            })
            .filter(|(_, clauses)| !clauses.is_empty())
            .collect()
    }
}

/// A keyword of a schema as text.
fn text<'k>(keys: &'k Map<String, Value>, key: &str) -> Option<&'k str> {
    keys.get(key).and_then(Value::as_str)
}
