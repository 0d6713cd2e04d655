//! Adding evidence that a clause asks for never lowers its outcome.
//!
//! What a clause asks for is cut out of the exemplary dossier: of the registers that it reads, the entries
//! without which it is not satisfied.

use ciieval::engine::Engine;
use ciieval::outcome::Status;
use ciieval::pack::Clause;
use proptest::prelude::any;
use proptest::prop_assert;
use proptest::sample::Index;
use serde_json::{Map, Value};

use crate::evidence::samples;
use crate::ids::{ids, renamed};
use crate::order::shuffled;
use crate::world::{runner, world};

/// What every dossier has.
const ALWAYS: [&str; 2] = ["schema", "assessment"];

#[test]
fn what_a_clause_asks_for_lifts_it_step_by_step_in_any_order() {
    let mut engine = world().engine();
    let mut random = oorandom::Rand64::new(7);
    let mut steps = 0;
    for clause in world().pack.catalogue.clauses.values() {
        let wanted = asked_for(clause, &mut engine);
        for _ in 0..3 {
            let mut dossier = Map::new();
            for key in ALWAYS {
                dossier.insert(key.to_owned(), wanted[key].clone());
            }
            let mut dossier = Value::Object(dossier);
            let mut before = status(clause, &mut engine, &dossier);
            assert!(
                !before.counts(),
                "{} counts for nothing",
                clause.id.as_str()
            );
            let pieces: Vec<String> = pieces(&wanted);
            let pieces = shuffled(&Value::from(pieces), &mut random);
            for piece in pieces.as_array().unwrap() {
                add(&mut dossier, &wanted, piece.as_str().unwrap());
                let after = status(clause, &mut engine, &dossier);
                assert!(
                    after.counts() >= before.counts(),
                    "{}: {piece} makes {before:?} {after:?} of {dossier:#}",
                    clause.id.as_str()
                );
                before = after;
                steps += 1;
            }
            assert!(before.counts(), "{}: {before:?}", clause.id.as_str());
        }
    }
    println!("{steps} pieces of evidence added");
}

#[test]
fn what_a_clause_asks_for_never_lowers_it_beside_other_evidence() {
    let clauses: Vec<&Clause> = world().pack.catalogue.clauses.values().collect();
    let mut runner = runner(600);
    let outcome = runner.run(&(samples(), any::<Index>()), |(sample, chosen)| {
        let mut engine = world().engine();
        let clause = *chosen.get(&clauses);
        let before = status(clause, &mut engine, &sample.dossier);
        let wanted = with_other_ids(&asked_for(clause, &mut engine));
        let mut dossier = sample.dossier.clone();
        for piece in pieces(&wanted) {
            // What the dossier says of the provider or as a single fact already is not told twice.
            let (list, _) = piece.rsplit_once('/').unwrap();
            let whole = list.starts_with("/provider/") || !is_entry(&piece);
            let told = if is_entry(&piece) { list } else { &piece };
            let is_told = whole && sample.dossier.pointer(told).is_some();
            if !is_told {
                add(&mut dossier, &wanted, &piece);
            }
        }
        let after = status(clause, &mut engine, &dossier);
        let id = clause.id.as_str();
        prop_assert!(
            after.counts() >= before.counts(),
            "{id}: {before:?} to {after:?} by {wanted:#}"
        );
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

fn with_other_ids(dossier: &Value) -> Value {
    let names = ids(dossier).into_iter().map(|id| {
        let other = format!("added-{id}");
        (id, other)
    });
    renamed(dossier, &names.collect())
}

/// Whether it is an entry of a list.
fn is_entry(piece: &str) -> bool {
    piece
        .rsplit('/')
        .next()
        .is_some_and(|last| last.parse::<usize>().is_ok())
}

fn status(clause: &Clause, engine: &mut Engine, dossier: &Value) -> Status {
    let rule = format!("{}.{}", clause.package, clause.rule);
    let (_, value) = engine.evaluate_with(dossier, &[], Some(&rule)).unwrap();
    let Some(Ok(value)) = value else {
        panic!("{rule}: {value:?}");
    };
    value.map_or(Status::NoEvidence, |value| {
        serde_json::from_value(value["status"].clone()).unwrap()
    })
}

/// The entries of the exemplary dossier without which the clause is not satisfied.
fn asked_for(clause: &Clause, engine: &mut Engine) -> Value {
    let read = world().reads.of(&clause.id).unwrap().registers();
    let mut wanted = world().cases.exemplary.clone();
    let keys = wanted.as_object_mut().unwrap();
    keys.retain(|key, _| ALWAYS.contains(&key.as_str()) || read.contains(key.as_str()));
    assert!(
        status(clause, engine, &wanted).counts(),
        "{}",
        clause.id.as_str()
    );
    for piece in pieces(&wanted).into_iter().rev() {
        let mut less = wanted.clone();
        take_out(&mut less, &piece);
        if status(clause, engine, &less).counts() {
            wanted = less;
        }
    }
    wanted
}

/// Pointers to what may be there or not: entries of registers, keys of objects, and entries of lists in these.
/// A list without entries says something too.
fn pieces(dossier: &Value) -> Vec<String> {
    let keys = dossier.as_object().unwrap().iter();
    let own = keys.filter(|(key, _)| !ALWAYS.contains(&key.as_str()));
    own.flat_map(|(key, value)| match value {
        Value::Object(inner) => inner
            .iter()
            .flat_map(|(name, value)| entries(format!("/{key}/{name}"), value))
            .collect(),
        value => entries(format!("/{key}"), value),
    })
    .collect()
}

fn entries(pointer: String, value: &Value) -> Vec<String> {
    let length = value.as_array().map_or(0, Vec::len);
    if length == 0 {
        return vec![pointer];
    }
    (0..length)
        .map(|index| format!("{pointer}/{index}"))
        .collect()
}

fn take_out(dossier: &mut Value, piece: &str) {
    let (inside, last) = piece.rsplit_once('/').unwrap();
    match dossier.pointer_mut(inside).unwrap() {
        Value::Array(entries) => {
            entries.remove(last.parse().unwrap());
        }
        Value::Object(keys) => {
            keys.shift_remove(last);
        }
        _ => unreachable!(),
    }
}

/// Adds a piece of `from`.
fn add(dossier: &mut Value, from: &Value, piece: &str) {
    let value = from.pointer(piece).unwrap().clone();
    let (inside, last) = piece.rsplit_once('/').unwrap();
    let mut place = dossier;
    for key in inside.split('/').skip(1) {
        place = &mut place[key];
    }
    if is_entry(piece) {
        match place {
            Value::Array(entries) => entries.push(value),
            place => *place = Value::from(vec![value]),
        }
    } else {
        place[last] = value;
    }
}
