//! The parts of a dossier and the vocabularies in them, from the evidence model.

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

use crate::schema::{resolved, title};
use crate::text::Text;

/// What every clause reads, and what it is not asked about.
const EVERYWHERE: [&str; 2] = ["assessment", "schema"];

/// Vocabularies of the pack itself: their words name no evidence.
const OWN: [&str; 2] = ["classes", "clauses"];

/// How deep the model may be.
const DEPTH: usize = 16;

type Vocabularies = BTreeMap<String, BTreeSet<String>>;

/// The evidence model as far as clauses read it: its parts by their names. A top-level key is a part, and
/// where it holds one object and no list, so is each key below it.
#[derive(Clone, Debug)]
pub(super) struct Model(BTreeMap<String, Part>);

/// What stands in a part.
#[derive(Clone, Debug, Default)]
struct Part {
    title: Text,
    vocabularies: Vocabularies,
    /// Where values of the vocabularies stand, as `documents[].kind`.
    places: BTreeMap<String, Vec<String>>,
    keys: BTreeSet<String>,
}

impl Model {
    pub(super) fn new(schema: &Value) -> Self {
        let mut parts = BTreeMap::new();
        for (key, node) in properties(&resolved(schema, schema)) {
            if EVERYWHERE.contains(&key.as_str()) {
                continue;
            }
            parts.insert(key.clone(), Part::new(schema, key, node));
            for (inner, node) in properties(&resolved(schema, node)) {
                let name = format!("{key}.{inner}");
                parts.insert(name.clone(), Part::new(schema, &name, node));
            }
        }
        Self(parts)
    }

    /// The part that a path below `input` leads into.
    pub(super) fn part(&self, path: &[String]) -> Option<String> {
        let names = (1..=path.len().min(2)).rev();
        names
            .filter_map(|length| Some(path.get(..length)?.join(".")))
            .find(|name| self.0.contains_key(name))
    }

    /// Those of the texts that are words of vocabularies in the parts. Texts of a list belong to a vocabulary
    /// that has all of them, where there is one. A text may still be a word of several vocabularies, or a
    /// key: then it is of those that the checked facts name (`facts`), else of those that other texts are
    /// certainly of, else of all and no key.
    pub(super) fn words(
        &self,
        parts: &BTreeSet<String>,
        texts: &BTreeSet<Vec<&str>>,
        facts: &BTreeSet<&str>,
    ) -> Vocabularies {
        let read: Vec<&Part> = parts.iter().filter_map(|part| self.0.get(part)).collect();
        let is_key = |text: &str| read.iter().any(|part| part.keys.contains(text));
        let mut candidates: Vec<(&str, BTreeSet<&str>)> = Vec::new();
        for list in texts {
            let of = |wanted: &[&str]| -> BTreeSet<&str> {
                let all = read.iter().flat_map(|part| &part.vocabularies);
                all.filter(|(_, words)| wanted.iter().all(|text| words.contains(*text)))
                    .map(|(vocabulary, _)| vocabulary.as_str())
                    .collect()
            };
            let joint = of(list);
            candidates.extend(list.iter().map(|text| {
                let own = if joint.is_empty() {
                    of(&[text])
                } else {
                    joint.clone()
                };
                (*text, own)
            }));
        }
        let certain: BTreeSet<&str> = candidates
            .iter()
            .filter(|(text, vocabularies)| vocabularies.len() == 1 && !is_key(text))
            .flat_map(|(_, vocabularies)| vocabularies.iter().copied())
            .collect();
        let mut found = Vocabularies::new();
        for (text, vocabularies) in candidates {
            let within = [facts, &certain].map(|preferred| &vocabularies & preferred);
            let chosen = within.into_iter().find(|chosen| !chosen.is_empty());
            let all = || Some(vocabularies).filter(|_| !is_key(text));
            for vocabulary in chosen.or_else(all).unwrap_or_default() {
                let of_it = found.entry(vocabulary.to_owned()).or_default();
                of_it.insert(text.to_owned());
            }
        }
        found
    }

    /// What a part is called.
    pub(super) fn title(&self, part: &str) -> Option<&Text> {
        self.0.get(part).map(|part| &part.title)
    }

    /// Where in the parts values of a vocabulary stand.
    pub(super) fn places(&self, parts: &BTreeSet<String>, vocabulary: &str) -> BTreeSet<&str> {
        let read = parts.iter().filter_map(|part| self.0.get(part));
        read.filter_map(|part| part.places.get(vocabulary))
            .flatten()
            .map(String::as_str)
            .collect()
    }

    /// The vocabularies that a text names, as `name/document_kinds.` does.
    pub(super) fn named_in<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        text.split(['/', '.']).filter(|name| {
            let mut parts = self.0.values();
            parts.any(|part| part.vocabularies.contains_key(*name))
        })
    }
}

impl Part {
    fn new(schema: &Value, name: &str, node: &Value) -> Self {
        let mut part = Self {
            title: title(&resolved(schema, node)),
            ..Self::default()
        };
        part.collect(schema, name, node, DEPTH);
        part
    }

    fn collect(&mut self, schema: &Value, place: &str, node: &Value, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else {
            return;
        };
        let node = resolved(schema, node);
        let text = |key| node.get(key).and_then(Value::as_str);
        if let Some(name) = text("x-vocabulary").filter(|name| !OWN.contains(name)) {
            let words = node.get("enum").and_then(Value::as_array);
            let words = words.into_iter().flatten().filter_map(Value::as_str);
            let of_it = self.vocabularies.entry(name.to_owned()).or_default();
            of_it.extend(words.map(str::to_owned));
            let places = self.places.entry(name.to_owned()).or_default();
            places.push(place.to_owned());
        }
        for (key, inner) in properties(&node) {
            self.keys.insert(key.clone());
            self.collect(schema, &format!("{place}.{key}"), inner, depth);
        }
        if let Some(items) = node.get("items") {
            self.collect(schema, &format!("{place}[]"), items, depth);
        }
    }
}

fn properties(keys: &Map<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    let properties = keys.get("properties").and_then(Value::as_object);
    properties.into_iter().flatten()
}
