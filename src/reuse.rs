//! Reuse of people across classes (7.4), as the pack's rule decides it. The host only reads what the
//! rule says: whom a clause would count, and where, is known to the rules alone.

use serde::{Deserialize, Serialize};

use crate::engine::RuleValue;

/// What the rule yields: who counts in fewer classes than clauses would count them in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reuse {
    /// In how many classes a person counts at most.
    pub most_classes: u32,
    /// The classes that the decision rests on, in the standard's order: those applied for.
    pub classes: Vec<String>,
    /// The people who count in fewer classes than they would.
    pub people: Vec<Person>,
}

/// A person who counts in fewer classes than they would.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
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
    pub only_if_accepted: Vec<String>,
}

/// What decided in which classes a person counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecidedBy {
    /// The person names no classes and would count in too many: the first ones count.
    Order,
    /// The person names classes and would count in others too.
    Name,
}

/// The decision from the rule's value.
///
/// # Errors
/// A rule that raised or gave no value, or one of another shape.
pub fn read(rule: &str, value: RuleValue) -> Result<Reuse, String> {
    let value = value?.ok_or_else(|| format!("rule `{rule}` gave no value"))?;
    serde_json::from_value(value)
        .map_err(|error| format!("rule `{rule}` gave no decision on reuse: {error}"))
}
