//! Evidence that satisfies a clause and has nothing else: cut out of the exemplary dossier, of which
//! every clause of the standard is satisfied, by asking the rule itself what it can do without.

use serde_json::{Map, Value};

use super::reduce::reduced;
use crate::dossier::complaints;
use crate::engine::Engine;
use crate::outcome::{Outcome, Status};
use crate::pack::Clause;
use crate::reads::Reads;
use crate::schema::Schema;

static EXEMPLARY: &str = include_str!("../../fixtures/cases/exemplary.yaml");

/// What a dossier has beside what clauses read.
const ALWAYS: [&str; 3] = ["schema", "assessment", "provider"];

/// The exemplary dossier.
#[must_use]
pub fn exemplary() -> Value {
    // It is part of the crate; a test reads it.
    serde_yaml::from_str(EXEMPLARY).unwrap_or_default()
}

/// A valid dossier that satisfies the clause, cut down to what it needs for that; none where the
/// exemplary dossier does not satisfy it, as with clauses of other packs.
pub(super) fn of(
    clause: &Clause,
    reads: &Reads,
    engine: &mut Engine,
    schema: &Schema,
) -> Option<Value> {
    let mut is_example =
        |value: &Value| complaints(value, schema).is_empty() && satisfies(clause, engine, value);
    let whole = exemplary();
    let read = reads.of(&clause.id)?.registers();
    let mut start: Map<String, Value> = whole.as_object()?.clone();
    start.retain(|key, _| ALWAYS.contains(&key.as_str()) || read.contains(key.as_str()));
    // What is read may refer to what is not: without that it is no valid dossier.
    let start = Some(Value::Object(start)).filter(&mut is_example);
    let start = start.or_else(|| Some(whole).filter(&mut is_example))?;
    Some(reduced(start, &mut is_example))
}

fn satisfies(clause: &Clause, engine: &mut Engine, evidence: &Value) -> bool {
    let rule = format!("{}.{}", clause.package, clause.rule);
    let value = engine.evaluate_with(evidence, &[], Some(&rule));
    let outcome = match value {
        Ok((_, Some(Ok(Some(value))))) => serde_json::from_value::<Outcome>(value).ok(),
        _ => None,
    };
    outcome.is_some_and(|outcome| outcome.status == Status::Satisfied && outcome.is_borne_out())
}
