//! The keywords of the evidence model that JSON Schema does not have, in a form that a dossier can
//! be walked with. What they mean is written at the top of `schemas/dossier.yaml`.

use serde_json::Value;
use std::collections::HashMap;

use super::resolved;

/// How deep the model may be.
const DEPTH: usize = 32;

/// The rules of all places of a dossier; the first is the top.
#[derive(Debug, Default)]
pub(crate) struct Rules(Vec<Rule>);

/// What holds at one place of a dossier.
#[derive(Debug, Default)]
pub(crate) struct Rule {
    /// The register in which the value is an entry's id.
    pub id: Option<String>,
    /// The register in which the value must be an entry's id.
    pub reference: Option<String>,
    /// Keys of dates of which the first is not after the second.
    pub order: Vec<(String, String)>,
    /// Keys of entries that must differ where periods overlap.
    pub disjoint: Option<Vec<String>>,
    properties: HashMap<String, usize>,
    /// Whether the text is compared with others, so that nothing in it may be hidden.
    pub compared: bool,
    items: Option<usize>,
}

impl Rules {
    /// The rules of a schema.
    pub(super) fn compile(schema: &Value) -> Self {
        let mut rules = Self::default();
        rules.add(schema, schema, DEPTH);
        rules
    }

    /// The rule of the whole dossier.
    pub(crate) fn top(&self) -> Option<&Rule> {
        self.0.first()
    }

    /// The rule of the value of `key`.
    pub(crate) fn key(&self, rule: &Rule, key: &str) -> Option<&Rule> {
        self.0.get(*rule.properties.get(key)?)
    }

    /// The rule of the entries of a list.
    pub(crate) fn entry(&self, rule: &Rule) -> Option<&Rule> {
        self.0.get(rule.items?)
    }

    fn add(&mut self, schema: &Value, node: &Value, depth: usize) -> usize {
        let place = self.0.len();
        let keys = resolved(schema, node);
        let text = |key| keys.get(key).and_then(Value::as_str).map(str::to_owned);
        self.0.push(Rule {
            id: text("x-id"),
            reference: text("x-ref"),
            order: keys
                .get("x-order")
                .and_then(Value::as_array)
                .map_or_else(Vec::new, |pairs| pairs.iter().filter_map(pair).collect()),
            disjoint: keys.get("x-disjoint").map(texts),
            compared: keys.get("x-compared") == Some(&Value::Bool(true)),
            ..Rule::default()
        });
        let Some(depth) = depth.checked_sub(1) else {
            return place;
        };
        let items = keys
            .get("items")
            .map(|inner| self.add(schema, inner, depth));
        let mut properties = HashMap::new();
        for (key, inner) in keys
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            properties.insert(key.clone(), self.add(schema, inner, depth));
        }
        if let Some(rule) = self.0.get_mut(place) {
            rule.items = items;
            rule.properties = properties;
        }
        place
    }
}

fn pair(value: &Value) -> Option<(String, String)> {
    match texts(value).as_slice() {
        [first, second] => Some((first.clone(), second.clone())),
        _ => None,
    }
}

fn texts(value: &Value) -> Vec<String> {
    let entries = value.as_array().into_iter().flatten();
    entries
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
