//! Reuse of people across classes (7.4): who counts in fewer classes than they would.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::note::Note;
use crate::reuse::{DecidedBy, Person, Reuse};

/// The decision on reuse, once per dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReuseReport {
    /// In how many classes a person counts at most.
    pub most_classes: u32,
    /// The classes that the decision rests on: those applied for, in the standard's order.
    pub classes: Vec<String>,
    /// The people who count in fewer classes than they would, ordered by id.
    pub people: Vec<PersonReport>,
    /// What else to know about the decision.
    pub notes: Vec<Note>,
}

/// A person who counts in fewer classes than they would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonReport {
    /// Id in the dossier.
    pub id: String,
    /// Name.
    pub name: String,
    /// What decided.
    pub decided_by: DecidedBy,
    /// Classes in which the person counts.
    pub counted_in: Vec<String>,
    /// Classes in which a clause would count the person, and does not.
    pub not_counted_in: Vec<String>,
    /// Those of both in which a clause counts the person only if an assessor accepts what is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only_if_accepted: Vec<String>,
}

impl ReuseReport {
    /// The decision, where `evaluated` are the classes evaluated here.
    #[must_use]
    pub fn new(reuse: &Reuse, evaluated: &[&str]) -> Self {
        let decided: BTreeSet<&str> = reuse.classes.iter().map(String::as_str).collect();
        let differs = decided != evaluated.iter().copied().collect();
        Self {
            most_classes: reuse.most_classes,
            classes: reuse.classes.clone(),
            people: reuse.people.iter().map(PersonReport::from).collect(),
            notes: differs
                .then(Note::rests_on_classes_applied_for)
                .into_iter()
                .collect(),
        }
    }
}

impl From<&Person> for PersonReport {
    fn from(person: &Person) -> Self {
        Self {
            id: person.id.clone(),
            name: person.name.clone(),
            decided_by: person.decided_by,
            counted_in: person.counted_in.clone(),
            not_counted_in: person.not_counted_in.clone(),
            only_if_accepted: person.only_if_accepted.clone(),
        }
    }
}
