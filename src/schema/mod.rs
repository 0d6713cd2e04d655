//! The schema of a dossier: the evidence model with the vocabularies of the packs filled in.

mod markdown;
pub(crate) mod rules;

use serde_json::{Map, Value};
use std::collections::HashMap;

use crate::pack::Pack;
use crate::text::Text;
pub use markdown::evidence_markdown;
use rules::Rules;

static MODEL: &str = include_str!("../../schemas/dossier.yaml");

/// A schema that is ready to check dossiers.
#[derive(Debug)]
pub struct Schema {
    published: Value,
    pub(crate) validator: jsonschema::Validator,
    pub(crate) rules: Rules,
    labels: HashMap<String, HashMap<String, Text>>,
}

impl Schema {
    /// Compiles the schema with the vocabularies of `pack`.
    ///
    /// # Errors
    /// What makes the schema unusable, which a build of this crate does not have.
    pub fn new(pack: &Pack) -> Result<Self, String> {
        let published = published(pack);
        let validator = jsonschema::options()
            .with_draft(jsonschema::Draft::Draft202012)
            .should_validate_formats(true)
            .build(&published)
            .map_err(|error| format!("the schema of dossiers cannot be used: {error}"))?;
        let labels = vocabularies(&published)
            .into_iter()
            .map(|name| {
                let words = words(pack, &name);
                (name, words.into_iter().collect())
            })
            .collect();
        let rules = Rules::compile(&published);
        Ok(Self {
            published,
            validator,
            rules,
            labels,
        })
    }

    /// The schema as it is published.
    #[must_use]
    pub fn published(&self) -> &Value {
        &self.published
    }

    /// What a word of a vocabulary is called.
    pub(crate) fn label(&self, vocabulary: &str, word: &str) -> Option<&Text> {
        self.labels.get(vocabulary)?.get(word)
    }
}

/// The schema of dossiers with every vocabulary filled in from `pack`, as editors use it.
#[must_use]
pub fn published(pack: &Pack) -> Value {
    let mut schema = model();
    fill(&mut schema, pack);
    schema
}

/// The evidence model without vocabularies. It is part of the crate; a test reads it.
fn model() -> Value {
    serde_yaml::from_str(MODEL).unwrap_or_default()
}

fn fill(node: &mut Value, pack: &Pack) {
    match node {
        Value::Object(keys) => {
            if let Some(name) = keys.get("x-vocabulary").and_then(Value::as_str) {
                let words = pack.vocabulary(name);
                keys.insert("enum".to_owned(), words.into());
            }
            for inner in keys.values_mut() {
                fill(inner, pack);
            }
        }
        Value::Array(entries) => {
            for inner in entries {
                fill(inner, pack);
            }
        }
        _ => {}
    }
}

/// The vocabularies that a schema names, in its order, each once.
pub(crate) fn vocabularies(schema: &Value) -> Vec<String> {
    fn collect(node: &Value, names: &mut Vec<String>) {
        match node {
            Value::Object(keys) => {
                if let Some(name) = keys.get("x-vocabulary").and_then(Value::as_str)
                    && !names.iter().any(|known| known == name)
                {
                    names.push(name.to_owned());
                }
                keys.values().for_each(|inner| collect(inner, names));
            }
            Value::Array(entries) => entries.iter().for_each(|inner| collect(inner, names)),
            _ => {}
        }
    }
    let mut names = Vec::new();
    collect(schema, &mut names);
    names
}

/// The words of a vocabulary with what they are called.
pub(crate) fn words(pack: &Pack, vocabulary: &str) -> Vec<(String, Text)> {
    let label = |word: &str| match vocabulary {
        "classes" => pack.catalogue.class(word).map(|class| class.title.clone()),
        "clauses" => {
            let clauses = pack.catalogue.clauses.values();
            clauses
                .into_iter()
                .find(|clause| clause.id.as_str() == word)
                .map(|c| c.title.clone())
        }
        _ => {
            let entry = pack.data.get("vocabulary")?.get(vocabulary)?.get(word)?;
            let text = |language| {
                entry
                    .get(language)
                    .and_then(Value::as_str)
                    .map(str::to_owned)
            };
            Some(Text {
                zh: text("zh").unwrap_or_default(),
                en: text("en").unwrap_or_default(),
            })
        }
    };
    let words = pack.vocabulary(vocabulary).into_iter();
    words
        .map(|word| (word.clone(), label(&word).unwrap_or_default()))
        .collect()
}

/// A node with what its `$ref` refers to; its own keywords win.
pub(crate) fn resolved(schema: &Value, node: &Value) -> Map<String, Value> {
    let mut keys = Map::new();
    let mut next = Some(node);
    // Bounded, so that a schema that refers to itself ends too.
    for _ in 0..8 {
        let Some(Value::Object(own)) = next else {
            break;
        };
        for (key, value) in own {
            keys.entry(key.clone()).or_insert_with(|| value.clone());
        }
        next = own
            .get("$ref")
            .and_then(|reference| target(schema, reference));
    }
    keys
}

/// What a node is called; nothing where the model does not say.
pub(crate) fn title(node: &Map<String, Value>) -> Text {
    said(node, "title", "x-title-zh")
}

/// What more the model says about a node.
pub(crate) fn description(node: &Map<String, Value>) -> Text {
    said(node, "description", "x-description-zh")
}

fn said(node: &Map<String, Value>, en: &str, zh: &str) -> Text {
    let text = |key| node.get(key).and_then(Value::as_str).unwrap_or_default();
    Text {
        zh: text(zh).to_owned(),
        en: text(en).to_owned(),
    }
}

/// A keyword of a node, or of what its `$ref` refers to.
pub(crate) fn keyword<'a>(schema: &'a Value, node: &'a Value, key: &str) -> Option<&'a Value> {
    let mut node = node;
    for _ in 0..8 {
        if let Some(value) = node.get(key) {
            return Some(value);
        }
        node = target(schema, node.get("$ref")?)?;
    }
    None
}

/// What a `$ref` refers to.
fn target<'a>(schema: &'a Value, reference: &Value) -> Option<&'a Value> {
    schema.pointer(reference.as_str()?.strip_prefix('#')?)
}
