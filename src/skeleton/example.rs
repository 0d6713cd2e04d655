//! A commented example of an entry: every key with what it means, and values that are valid.

use serde_json::{Map, Value};
use unicode_width::UnicodeWidthStr;

use super::needs::Needs;
use crate::schema::{description, resolved, title};
use crate::text::{Language, Text};

/// How many words of a vocabulary are named beside a key.
const WORDS: usize = 12;

/// The column at which comments begin, where values are short.
const COLUMN: usize = 40;

/// How deep the model may be.
const DEPTH: usize = 16;

/// What examples are made from.
#[derive(Clone, Copy)]
pub struct Maker<'a> {
    pub schema: &'a Value,
    pub needs: &'a Needs<'a>,
    pub language: Language,
    /// The date that stands wherever one belongs.
    pub date: &'a str,
    /// The first of the classes asked for.
    pub class: &'a str,
}

/// Where an example is being written.
struct At<'a> {
    /// The top-level key.
    register: &'a str,
    indent: usize,
    depth: usize,
}

impl Maker<'_> {
    /// The lines of a register with one example, or of an object with all its keys: YAML, not commented
    /// out.
    pub fn lines(&self, key: &str, node: &Value) -> Vec<String> {
        let at = At {
            register: key,
            indent: 0,
            depth: DEPTH,
        };
        let mut lines = Vec::new();
        self.pair(key, node, false, &at, &mut lines);
        lines
    }

    /// The lines of a key of an object on the top level.
    pub fn inner(&self, register: &str, key: &str, node: &Value) -> Vec<String> {
        let at = At {
            register,
            indent: 2,
            depth: DEPTH,
        };
        let mut lines = Vec::new();
        self.pair(key, node, false, &at, &mut lines);
        lines
    }

    fn pair(&self, key: &str, node: &Value, required: bool, at: &At, lines: &mut Vec<String>) {
        let keys = resolved(self.schema, node);
        let start = format!("{}{key}:", " ".repeat(at.indent));
        let deeper = At {
            indent: at.indent + 2,
            depth: at.depth.saturating_sub(1),
            ..*at
        };
        if keys.contains_key("properties") {
            lines.push(self.commented(&start, &keys, required, at));
            return self.object(&keys, &deeper, lines);
        }
        let items = keys.get("items").map(|items| resolved(self.schema, items));
        let Some(items) = items.filter(|items| items.contains_key("properties")) else {
            let value = self.value(&keys, at);
            return lines.push(self.commented(&format!("{start} {value}"), &keys, required, at));
        };
        lines.push(self.commented(&start, &keys, required, at));
        let from = lines.len();
        let within = At {
            indent: deeper.indent + 2,
            ..deeper
        };
        self.object(&items, &within, lines);
        if let Some(first) = lines.get_mut(from) {
            first.replace_range(deeper.indent..=deeper.indent, "-");
        }
    }

    fn object(&self, keys: &Map<String, Value>, at: &At, lines: &mut Vec<String>) {
        let required: Vec<&str> = keys
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let properties = keys.get("properties").and_then(Value::as_object);
        for (key, node) in properties.into_iter().flatten() {
            let is_required = required.contains(&key.as_str());
            let is_top = at.indent == 2 && at.depth + 1 == DEPTH;
            let is_needed = !is_top || self.needs.has_key(at.register, key);
            if at.depth > 0 && (is_required || is_needed && self.can_stand(node)) {
                self.pair(key, node, is_required, at, lines);
            }
        }
    }

    /// Whether a reference leads to a register that the skeleton has.
    fn can_stand(&self, node: &Value) -> bool {
        let keys = resolved(self.schema, node);
        let items = keys.get("items").map(|items| resolved(self.schema, items));
        let reference = |keys: &Map<String, Value>| {
            let register = keys.get("x-ref")?.as_str()?;
            Some(self.needs.has(register))
        };
        reference(&keys)
            .or_else(|| reference(&items?))
            .unwrap_or(true)
    }

    /// A valid value, as YAML.
    fn value(&self, keys: &Map<String, Value>, at: &At) -> String {
        let text = |name: &str| keys.get(name).and_then(Value::as_str);
        if let Some(items) = keys.get("items") {
            let items = resolved(self.schema, items);
            return format!("[{}]", self.value(&items, at));
        }
        if let Some(vocabulary) = text("x-vocabulary") {
            return self.word(vocabulary, keys, at);
        }
        if let Some(register) = text("x-id").or(text("x-ref")) {
            return format!("{register}-1");
        }
        if let Some(first) = keys
            .get("enum")
            .and_then(Value::as_array)
            .and_then(|all| all.first())
        {
            return scalar(first);
        }
        let least = keys.get("minimum").and_then(Value::as_i64);
        match text("type") {
            Some("boolean") => "true".to_owned(),
            Some("integer" | "number") => least.unwrap_or(1).max(1).to_string(),
            _ if text("format") == Some("date") => self.date.to_owned(),
            _ => match text("pattern").and_then(of_pattern) {
                Some(text) => format!("\"{text}\""),
                None => self.language_text("请填写", "fill in").to_owned(),
            },
        }
    }

    /// A word that the classes ask for, else the first one.
    fn word(&self, vocabulary: &str, keys: &Map<String, Value>, at: &At) -> String {
        if vocabulary == "classes" {
            return self.class.to_owned();
        }
        let asked = self.needs.words(at.register, vocabulary);
        let all = keys.get("enum").and_then(Value::as_array);
        let mut words = all.into_iter().flatten().map(scalar);
        let first = words.next();
        let is_asked = |word: &String| asked.is_some_and(|asked| asked.contains_key(word));
        let first_asked = first.clone().into_iter().chain(words).find(is_asked);
        first_asked.or(first).unwrap_or_default()
    }

    /// The line with what its key means after it.
    fn commented(&self, line: &str, keys: &Map<String, Value>, required: bool, at: &At) -> String {
        // What a register is stands above it.
        if at.indent == 0 {
            return line.to_owned();
        }
        let mut said: Vec<String> = Vec::new();
        if required {
            said.push(self.language_text("必填", "required").to_owned());
        }
        for text in [title(keys), description(keys)] {
            said.extend(Some(self.get(&text).to_owned()).filter(|text| !text.is_empty()));
        }
        said.extend(self.choices(keys, at));
        if said.is_empty() {
            return line.to_owned();
        }
        let separator = self.language_text("；", "; ");
        let padding = " ".repeat(COLUMN.saturating_sub(line.width()));
        format!("{line}{padding} # {}", said.join(separator))
    }

    /// Which values are allowed.
    fn choices(&self, keys: &Map<String, Value>, at: &At) -> Option<String> {
        let items = keys.get("items").map(|items| resolved(self.schema, items));
        let values = items.as_ref().unwrap_or(keys);
        let text = |name: &str| values.get(name).and_then(Value::as_str);
        if let Some(register) = text("x-ref") {
            let id = self.language_text("登记项的标识：", "id of an entry in ");
            return Some(format!("{id}{register}"));
        }
        let all = values.get("enum").and_then(Value::as_array)?;
        if let Some(vocabulary) = text("x-vocabulary") {
            if self.needs.words(at.register, vocabulary).is_some() {
                let above = self.language_text("用词见上方 {}", "words: see {} above");
                return Some(above.replace("{}", vocabulary));
            }
            if all.len() > WORDS {
                let page = self.language_text(
                    "用词见 docs/evidence.md 的 {}",
                    "words: see {} in docs/evidence.md",
                );
                return Some(page.replace("{}", vocabulary));
            }
        }
        let all: Vec<String> = all.iter().map(scalar).collect();
        Some(all.join(" | "))
    }

    fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.language)
    }

    fn language_text(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }
}

fn scalar(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// A text that a pattern of one set of characters and a length allows, as `^[0-9a-f]{64}$`.
fn of_pattern(pattern: &str) -> Option<String> {
    let (set, rest) = pattern.strip_prefix("^[")?.split_once(']')?;
    let length: usize = rest.strip_prefix('{')?.strip_suffix("}$")?.parse().ok()?;
    Some(set.chars().next()?.to_string().repeat(length))
}
