//! What a dossier for some classes has to show: which clauses read what.

use std::collections::{BTreeMap, BTreeSet};

use crate::pack::Pack;
use crate::pack::catalogue::{Clause, ClauseId};
use crate::pack::manifest::Class;
use crate::reads::Reads;

/// The register of conclusions under other standards, which no rule reads.
const CONCLUSIONS: &str = "external_conclusions";

/// Clauses in the standard's order.
pub type Clauses<'p> = BTreeSet<&'p ClauseId>;

/// What the clauses of some classes read.
#[derive(Debug, Default)]
pub struct Needs<'p> {
    /// Parts of a dossier to the clauses that read them.
    parts: BTreeMap<String, Clauses<'p>>,
    /// Registers to vocabularies to words to the clauses that ask for them.
    words: BTreeMap<String, BTreeMap<String, BTreeMap<String, Clauses<'p>>>>,
    /// Parts that clauses of other classes read, and none of these.
    of_others: BTreeSet<String>,
}

impl<'p> Needs<'p> {
    /// What the clauses of the classes read.
    pub fn new(pack: &'p Pack, reads: &Reads, classes: &[&'p Class]) -> Self {
        let catalogue = &pack.catalogue;
        let terms = classes
            .iter()
            .filter(|class| class.term.is_some())
            .flat_map(|class| catalogue.terms_of(class));
        let wanted: BTreeMap<&ClauseId, &Clause> = terms
            .flat_map(|term| catalogue.clauses_of(term))
            .map(|clause| (&clause.id, clause))
            .collect();
        let mut needs = Self::default();
        for id in wanted.keys() {
            needs.add(reads, id);
        }
        if classes.iter().any(|class| class.external.is_some()) {
            needs.parts.entry(CONCLUSIONS.to_owned()).or_default();
        }
        let others = catalogue.clauses.keys().filter_map(|id| reads.of(id));
        needs.of_others = others
            .flat_map(|read| read.parts.iter().cloned())
            .filter(|part| !needs.parts.contains_key(part))
            .collect();
        needs
    }

    fn add(&mut self, reads: &Reads, id: &'p ClauseId) {
        let Some(read) = reads.of(id) else { return };
        for part in &read.parts {
            self.parts.entry(part.clone()).or_default().insert(id);
        }
        for (vocabulary, words) in &read.words {
            let places = reads.places(read, vocabulary);
            let registers: BTreeSet<&str> = places
                .iter()
                .filter_map(|place| place.split(['.', '[']).next())
                .collect();
            for register in registers {
                let of_register = self.words.entry(register.to_owned()).or_default();
                let of_it = of_register.entry(vocabulary.clone()).or_default();
                for word in words {
                    of_it.entry(word.clone()).or_default().insert(id);
                }
            }
        }
    }

    /// Whether a top-level key is read, or a key below it.
    pub fn has(&self, register: &str) -> bool {
        let within = format!("{register}.");
        self.parts
            .keys()
            .any(|part| part == register || part.starts_with(&within))
    }

    /// Whether a key of an object on the top level is needed: where all of the object is read, one that no
    /// clause reads by name is, and one that only clauses of other classes read is not.
    pub fn has_key(&self, register: &str, key: &str) -> bool {
        let name = format!("{register}.{key}");
        self.parts.contains_key(&name)
            || (self.parts.contains_key(register) && !self.of_others.contains(&name))
    }

    /// The clauses that read a part or something in it.
    pub fn clauses(&self, part: &str) -> Clauses<'p> {
        let within = format!("{part}.");
        let read = self.parts.iter();
        read.filter(|(name, _)| *name == part || name.starts_with(&within))
            .flat_map(|(_, clauses)| clauses.iter().copied())
            .collect()
    }

    /// The words of a vocabulary that are asked for in a register, with the clauses that ask.
    pub fn words(
        &self,
        register: &str,
        vocabulary: &str,
    ) -> Option<&BTreeMap<String, Clauses<'p>>> {
        self.words.get(register)?.get(vocabulary)
    }
}
