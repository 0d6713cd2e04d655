//! Models in one language, and the names in them.

use serde::Serialize;
use std::collections::BTreeMap;

use crate::text::Language;

/// The language as models name it.
pub fn tag(language: Language) -> &'static str {
    match language {
        Language::Chinese => "zh",
        Language::English => "en",
    }
}

/// What it is made of, with texts in one language in place of both. Nothing in a dossier looks like a text
/// in both: there are only strings from it.
pub fn localized(model: &impl Serialize, language: Language) -> serde_json::Value {
    let mut value = serde_json::to_value(model).unwrap_or_default();
    localize(&mut value, tag(language));
    value
}

fn localize(value: &mut serde_json::Value, tag: &str) {
    match value {
        serde_json::Value::Object(object) => {
            let is_text =
                object.len() == 2 && object.contains_key("zh") && object.contains_key("en");
            if let Some(text) = object.get_mut(tag).filter(|_| is_text) {
                *value = text.take();
                return;
            }
            for inner in object.values_mut() {
                localize(inner, tag);
            }
        }
        serde_json::Value::Array(values) => {
            for inner in values {
                localize(inner, tag);
            }
        }
        _ => {}
    }
}

/// The names that there are on the top level.
pub fn names(model: &serde_json::Value) -> Vec<String> {
    let object = model.as_object();
    object
        .into_iter()
        .flat_map(|object| object.keys().cloned())
        .collect()
}

/// Every name in models with what it leads to, `[]` for what is in a list.
pub fn paths<'m>(
    models: impl IntoIterator<Item = &'m serde_json::Value>,
) -> BTreeMap<String, &'static str> {
    let mut paths = BTreeMap::new();
    for model in models {
        collect(model, String::new(), &mut paths);
    }
    paths
}

fn collect(value: &serde_json::Value, path: String, paths: &mut BTreeMap<String, &'static str>) {
    let kind = match value {
        serde_json::Value::Object(object) => {
            for (key, inner) in object {
                let path = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                collect(inner, path, paths);
            }
            return;
        }
        serde_json::Value::Array(values) => {
            for inner in values {
                collect(inner, format!("{path}[]"), paths);
            }
            "list"
        }
        serde_json::Value::String(_) => "text",
        serde_json::Value::Number(_) => "number",
        serde_json::Value::Bool(_) => "true or false",
        serde_json::Value::Null => "nothing",
    };
    let known = paths.entry(path).or_insert(kind);
    if *known == "nothing" {
        *known = kind;
    }
}
