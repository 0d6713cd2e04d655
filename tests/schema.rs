//! The published schema and the documentation of the evidence model follow the model and the pack.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use ciieval::commands::schema::{schema, scheme_schema};
use ciieval::pack::Pack;
use ciieval::schema::{Schema, evidence_markdown, published, published_for_schemes};
use serde_json::Value;
use std::collections::BTreeSet;

/// Keywords that messages, rules and documentation know. Whoever uses another adds words for it.
const KEYWORDS: &[&str] = &[
    "$defs",
    "$id",
    "$ref",
    "$schema",
    "additionalProperties",
    "const",
    "description",
    "enum",
    "exclusiveMinimum",
    "format",
    "items",
    "maxItems",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "pattern",
    "properties",
    "required",
    "title",
    "type",
    "uniqueItems",
    "x-compared",
    "x-description-zh",
    "x-disjoint",
    "x-id",
    "x-labels-zh",
    "x-order",
    "x-ref",
    "x-title-zh",
    "x-vocabulary",
];

fn pack() -> Pack {
    Pack::open(&[]).unwrap()
}

fn generated(path: &str, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, text).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == text,
        "{path} is not up to date: run `UPDATE=1 cargo test --test schema`"
    );
}

#[test]
fn the_committed_schema_is_the_published_one() {
    generated("schemas/dossier.schema.json", &schema(&pack()));
    generated("schemas/scheme.schema.json", &scheme_schema(&pack()));
}

#[test]
fn the_documentation_of_evidence_is_up_to_date() {
    generated("docs/evidence.md", &evidence_markdown(&pack()));
}

/// Calls `visit` with the keywords of every schema below a node.
fn schemas<'a>(node: &'a Value, visit: &mut dyn FnMut(&'a serde_json::Map<String, Value>)) {
    let Value::Object(keys) = node else { return };
    visit(keys);
    for (key, value) in keys {
        match key.as_str() {
            "properties" | "$defs" => {
                value
                    .as_object()
                    .unwrap()
                    .values()
                    .for_each(|inner| schemas(inner, visit));
            }
            "items" => schemas(value, visit),
            _ => {}
        }
    }
}

#[test]
fn the_models_use_only_keywords_that_have_words() {
    for schema in [published(&pack()), published_for_schemes(&pack())] {
        only_keywords_that_have_words(&schema);
    }
}

fn only_keywords_that_have_words(schema: &Value) {
    let mut used = BTreeSet::new();
    schemas(schema, &mut |keys| {
        used.extend(keys.keys().map(String::as_str));
    });
    let known: BTreeSet<&str> = KEYWORDS.iter().copied().collect();
    assert!(used.is_subset(&known), "{:?}", used.difference(&known));
}

#[test]
fn every_object_refuses_keys_that_it_does_not_know() {
    for schema in [published(&pack()), published_for_schemes(&pack())] {
        refuses_unknown_keys(&schema);
    }
}

fn refuses_unknown_keys(schema: &Value) {
    schemas(schema, &mut |keys| {
        if keys.contains_key("properties") {
            assert_eq!(
                keys.get("additionalProperties"),
                Some(&Value::Bool(false)),
                "{keys:?}"
            );
            let known = keys["properties"].as_object().unwrap();
            for key in keys
                .get("required")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                assert!(known.contains_key(key.as_str().unwrap()), "{key}");
            }
            for pair in keys
                .get("x-order")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                for key in pair.as_array().unwrap() {
                    assert!(known.contains_key(key.as_str().unwrap()), "{key}");
                }
            }
        }
    });
}

#[test]
fn every_vocabulary_and_register_exists() {
    for schema in [published(&pack()), published_for_schemes(&pack())] {
        vocabularies_and_registers_exist(&schema);
    }
}

fn vocabularies_and_registers_exist(schema: &Value) {
    let (mut ids, mut references) = (BTreeSet::new(), BTreeSet::new());
    schemas(schema, &mut |keys| {
        if let Some(name) = keys.get("x-vocabulary") {
            assert!(
                !keys["enum"].as_array().unwrap().is_empty(),
                "{name} has no words"
            );
        }
        ids.extend(keys.get("x-id").and_then(Value::as_str));
        references.extend(keys.get("x-ref").and_then(Value::as_str));
    });
    assert!(
        references.is_subset(&ids),
        "{:?}",
        references.difference(&ids)
    );
    let registers = schema["properties"].as_object().unwrap();
    assert!(ids.iter().all(|register| registers.contains_key(*register)));
}

#[test]
fn the_schema_compiles_and_meets_its_own_draft() {
    for schema in [Schema::new(&pack()), Schema::of_schemes(&pack())] {
        assert!(jsonschema::meta::is_valid(schema.unwrap().published()));
    }
}
