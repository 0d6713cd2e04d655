//! Values that are valid in their places, and plainly to be replaced.

use regex::Regex;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

use super::{Served, Wanted, text};
use crate::pack::Pack;
use crate::schema::resolved;
use crate::text::Language;

/// Texts of a form that schemas ask for.
const FORMS: [&str; 6] = [
    "CN",
    "91110000MA0000000X",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "1.0",
    "08:00",
    "2026",
];

/// How deep samples go, so that a schema that refers to itself ends too.
const DEPTH: usize = 12;

/// Makes samples.
pub struct Sampler<'a> {
    pub schema: &'a Value,
    pub pack: &'a Pack,
    pub served: &'a Served,
    /// The parts that the skeleton has: nothing refers to others.
    pub registers: BTreeSet<&'a str>,
    pub wanted: &'a Wanted<'a>,
}

/// A field of a sample.
pub struct Field {
    pub key: String,
    pub value: Sample,
    pub is_required: bool,
    /// Its keywords.
    pub keys: Map<String, Value>,
}

/// A sample.
pub enum Sample {
    Value(Value),
    List(Vec<Sample>),
    Object(Vec<Field>),
}

impl Sampler<'_> {
    /// A sample of a node of the schema in a part of the dossier; none where it would refer to a part that
    /// the skeleton does not have.
    pub fn sample(&self, node: &Value, part: &str, depth: usize) -> Option<Sample> {
        let depth = depth.checked_sub(1)?;
        let keys = resolved(self.schema, node);
        if let Some(properties) = keys.get("properties").and_then(Value::as_object) {
            let required = required(&keys);
            let fields = properties.iter().filter_map(|(key, node)| {
                Some(Field {
                    key: key.clone(),
                    value: self.sample(node, part, depth)?,
                    is_required: required.contains(key.as_str()),
                    keys: resolved(self.schema, node),
                })
            });
            let fields: Vec<Field> = fields.collect();
            let is_whole = required
                .iter()
                .all(|key| fields.iter().any(|it| it.key == *key));
            return (is_whole && !fields.is_empty()).then_some(Sample::Object(fields));
        }
        if let Some(items) = keys.get("items") {
            return Some(Sample::List(vec![self.sample(items, part, depth)?]));
        }
        self.scalar(&keys, part).map(Sample::Value)
    }

    /// A sample of a part of the top level.
    pub fn of_part(&self, node: &Value, part: &str) -> Option<Sample> {
        self.sample(node, part, DEPTH)
    }

    fn scalar(&self, keys: &Map<String, Value>, part: &str) -> Option<Value> {
        if let Some(fixed) = keys.get("const") {
            return Some(fixed.clone());
        }
        if let Some(register) = text(keys, "x-id").or_else(|| text(keys, "x-ref")) {
            return self
                .registers
                .contains(register)
                .then(|| json!(format!("{register}-1")));
        }
        if let Some(vocabulary) = text(keys, "x-vocabulary") {
            return self.word(vocabulary, part).map(Value::from);
        }
        if let Some(choices) = keys.get("enum").and_then(Value::as_array) {
            return choices.first().cloned();
        }
        match text(keys, "type") {
            Some("boolean") => Some(json!(true)),
            Some("integer" | "number") => {
                let least = keys.get("minimum").and_then(Value::as_f64).unwrap_or(1.0);
                let above = keys.get("exclusiveMinimum").is_some();
                Some(if least > 1.0 || above && least >= 1.0 {
                    keys.get("minimum").cloned().unwrap_or_else(|| json!(2))
                } else {
                    json!(1)
                })
            }
            _ => self.text(keys),
        }
    }

    fn text(&self, keys: &Map<String, Value>) -> Option<Value> {
        if text(keys, "format") == Some("date") {
            return Some(json!(self.wanted.reference_date));
        }
        let filler = match self.wanted.language {
            Language::Chinese => "待填",
            Language::English => "to be filled in",
        };
        let Some(form) = text(keys, "pattern") else {
            return Some(json!(filler));
        };
        let form = Regex::new(form).ok()?;
        let mut candidates = [filler].into_iter().chain(FORMS);
        candidates.find(|text| form.is_match(text)).map(Value::from)
    }

    /// A word of a vocabulary, one that clauses of the part ask for where there is one.
    fn word(&self, vocabulary: &str, part: &str) -> Option<String> {
        let first = || self.pack.vocabulary(vocabulary).into_iter().next();
        match vocabulary {
            "classes" => self.wanted.classes.first().map(|class| class.id.clone()),
            "services" => self.served.services.first().cloned().or_else(first),
            _ => {
                let asked = self.served.words_of(vocabulary, part);
                let asked = asked.first().map(|(word, _)| (*word).to_owned());
                asked.or_else(first)
            }
        }
    }
}

/// The keys that an object must have.
pub fn required(keys: &Map<String, Value>) -> BTreeSet<&str> {
    let required = keys.get("required").and_then(Value::as_array);
    required
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}
