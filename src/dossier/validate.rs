//! What the schema says against a dossier, in words of its own.

use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

use super::deceiving;
use super::path::{DataPath, Step};
use super::pieces;
use super::problem::Finding;
use super::words::{
    Candidate, count, did_you_mean, escaped, kind, nearest, noun, quoted, quoted_value, type_name,
};
use crate::schema::{Schema, keyword};

/// How many choices a message lists.
const CHOICES: usize = 8;

/// What the schema says against the evidence, up to one more than `most`.
pub(super) fn findings(schema: &Schema, evidence: &Value, most: usize) -> Vec<Finding> {
    let mut found = Found {
        schema,
        most,
        findings: Vec::new(),
        values: BTreeMap::new(),
    };
    if !pieces::is_large(evidence) {
        found.add(evidence, &|path| Some(path.clone()));
    } else if !schema.validator.is_valid(evidence) {
        pieces::each(evidence, &mut |piece| {
            found.add(&piece.value, &|path| piece.whole_path(path));
            found.left() > 0
        });
        // What is wrong may show in no piece, such as two equal entries far from each other.
        if found.left() > most {
            found.add(evidence, &|path| Some(path.clone()));
        }
    }
    let values = found.values.into_values().map(|(_, finding)| finding);
    found.findings.into_iter().chain(values).collect()
}

/// What the schema says against evidence.
struct Found<'a> {
    schema: &'a Schema,
    most: usize,
    findings: Vec<Finding>,
    /// Of several errors about one value the first of these says it best.
    values: BTreeMap<DataPath, (u8, Finding)>,
}

impl Found<'_> {
    /// How many more findings there may be: one more than are told shows that there are more.
    fn left(&self) -> usize {
        let found = self.findings.len() + self.values.len();
        self.most.saturating_add(1).saturating_sub(found)
    }

    /// Adds what is found in evidence, of which `path` tells where it belongs.
    fn add(&mut self, evidence: &Value, path: &dyn Fn(&DataPath) -> Option<DataPath>) {
        for error in self.schema.validator.iter_errors(evidence) {
            let left = self.left();
            if left == 0 {
                break;
            }
            let path = path(&data_path(evidence, error.instance_path().as_str()));
            let Some(path) = path else { continue };
            let location = error.schema_path().as_str();
            let node = location.rsplit_once('/').map_or("", |(node, _)| node);
            let context = Context {
                schema: self.schema,
                node: self.schema.published().pointer(node),
                at: node,
            };
            let instance = error.instance();
            match error.kind() {
                Kind::AdditionalProperties { unexpected } => {
                    let unexpected = unexpected.iter().take(left);
                    let unknown = unexpected.map(|key| context.unknown_key(&path, key));
                    self.findings.extend(unknown);
                }
                Kind::Required { property } => {
                    let key = property.as_str().unwrap_or_default();
                    self.findings.push(Finding {
                        missing: Some(key.to_owned()),
                        ..Finding::value(path, context.missing(key))
                    });
                }
                Kind::UniqueItems => {
                    let repeated = repeated(&path, instance).into_iter();
                    self.findings.extend(repeated.take(left));
                }
                other => {
                    let (rank, message) = context.words(other, instance);
                    let mut finding = Finding::value(path.clone(), message);
                    finding.quote = rank == 0
                        && matches!(**instance, Value::Number(_) | Value::Bool(_))
                        && context.expects("string")
                        && !context.is_date();
                    match self.values.get(&path) {
                        Some((best, _)) if *best <= rank => {}
                        _ => {
                            self.values.insert(path, (rank, finding));
                        }
                    }
                }
            }
        }
    }
}

/// The path of a JSON pointer into the evidence.
fn data_path(evidence: &Value, pointer: &str) -> DataPath {
    let mut value = Some(evidence);
    let steps = pointer.split('/').skip(1).map(|token| {
        let token = token.replace("~1", "/").replace("~0", "~");
        match (value, token.parse::<usize>()) {
            (Some(Value::Array(entries)), Ok(index)) => {
                value = entries.get(index);
                Step::Index(index)
            }
            (now, _) => {
                value = now.and_then(|now| now.get(&token));
                Step::Key(token)
            }
        }
    });
    steps.collect()
}

/// The node of the schema that an error comes from.
struct Context<'a> {
    schema: &'a Schema,
    node: Option<&'a Value>,
    at: &'a str,
}

impl Context<'_> {
    fn text(&self, key: &str) -> Option<&str> {
        self.node?.get(key)?.as_str()
    }

    fn expects(&self, name: &str) -> bool {
        self.text("type") == Some(name)
    }

    fn is_date(&self) -> bool {
        self.at == "/$defs/date"
    }

    fn unknown_key(&self, path: &DataPath, key: &str) -> Finding {
        let properties = self.node.and_then(|node| node.get("properties"));
        let known = properties.and_then(Value::as_object);
        let published = self.schema.published();
        let candidates = known.into_iter().flatten().map(|(word, node)| {
            let title = |name| keyword(published, node, name).and_then(Value::as_str);
            Candidate {
                word,
                titles: [title("x-title-zh"), title("title")],
            }
        });
        let near = nearest(key, candidates);
        let hint = match near {
            None if known.is_some_and(|known| known.len() <= CHOICES) => {
                let words: Vec<_> = known
                    .into_iter()
                    .flatten()
                    .map(|(w, _)| quoted(w))
                    .collect();
                format!(" (keys here: {})", words.join(", "))
            }
            near => did_you_mean(near),
        };
        Finding::key(
            path.key(key),
            0,
            format!("unknown key {}{}{hint}", quoted(key), deceiving::said(key)),
        )
    }

    fn missing(&self, key: &str) -> String {
        let property = self.node.and_then(|node| node.get("properties")?.get(key));
        let text = |name| keyword(self.schema.published(), property?, name)?.as_str();
        let title = text("title")
            .map(|title| format!(" ({title})"))
            .unwrap_or_default();
        let why = text("description")
            .map(|why| format!(": {why}"))
            .unwrap_or_default();
        format!("lacks the key {}{title}{why}", quoted(key))
    }

    /// What is wrong with a value, after a number that says how well it is said: 0 is best.
    fn words(&self, error: &Kind, instance: &Value) -> (u8, String) {
        let text = instance.as_str().unwrap_or_default();
        let is = match instance {
            Value::Number(number) => format!("is {number}"),
            other => kind(other).to_owned(),
        };
        match error {
            Kind::Type { .. } if self.is_date() => (
                0,
                format!("{}, must be a date written YYYY-MM-DD", kind(instance)),
            ),
            Kind::Type {
                kind: TypeKind::Single(expected),
            } => {
                let expected = expected.as_str();
                let hint = separators(text, expected) + &deceiving::said(text);
                (
                    0,
                    format!("{}, must be {}{hint}", kind(instance), type_name(expected)),
                )
            }
            Kind::Constant { expected_value } => {
                let expected = quoted_value(expected_value);
                (
                    1,
                    format!("is {}, must be {expected}", quoted_value(instance)),
                )
            }
            Kind::Enum { options } => (1, self.unknown_word(instance, options)),
            Kind::Format { .. } if self.is_date() => (2, date(text)),
            Kind::Pattern { .. } if self.is_date() => (3, date(text)),
            Kind::Pattern { pattern } => (3, self.pattern(text, pattern)),
            Kind::MinLength { limit: 1 } => (2, "is blank".to_owned()),
            Kind::Minimum { limit } => (2, format!("{is}, must be at least {limit}")),
            Kind::Maximum { limit } => (2, format!("{is}, must be at most {limit}")),
            Kind::ExclusiveMinimum { limit } => (2, format!("{is}, must be more than {limit}")),
            Kind::ExclusiveMaximum { limit } => (2, format!("{is}, must be less than {limit}")),
            Kind::MinItems { limit } | Kind::MaxItems { limit } => {
                let number = instance.as_array().map_or(0, Vec::len);
                let bound = if matches!(error, Kind::MinItems { .. }) {
                    "least"
                } else {
                    "most"
                };
                let entries = count(number, "entry", "entries");
                (2, format!("has {entries}, must have at {bound} {limit}"))
            }
            // The model uses no other keyword; a test holds it to that.
            other => (
                4,
                format!("does not meet the schema's `{}`", other.keyword()),
            ),
        }
    }

    fn unknown_word(&self, instance: &Value, options: &Value) -> String {
        let words: Vec<&str> = options
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let vocabulary = self.text("x-vocabulary");
        let label = |word| vocabulary.and_then(|name| self.schema.label(name, word));
        let near = nearest(
            instance.as_str().unwrap_or_default(),
            words.iter().map(|word| {
                let label = label(word);
                let titles = [label.map(|l| l.zh.as_str()), label.map(|l| l.en.as_str())];
                Candidate { word, titles }
            }),
        );
        let what = vocabulary.map_or_else(|| "choice".to_owned(), noun);
        let hint = if words.len() <= CHOICES {
            let words: Vec<_> = words.iter().map(|word| quoted(word)).collect();
            format!(" (choices: {})", words.join(", "))
        } else if near.is_none() {
            "; `ciieval schema` lists them all".to_owned()
        } else {
            String::new()
        };
        format!(
            "unknown {what} {}{}{}{hint}",
            quoted_value(instance),
            deceiving::said(instance.as_str().unwrap_or_default()),
            did_you_mean(near)
        )
    }

    fn pattern(&self, text: &str, pattern: &str) -> String {
        let shown = quoted(text);
        let deceiving = deceiving::said(text);
        match self.at {
            "/$defs/text" => "is blank".to_owned(),
            "/$defs/id" => format!(
                "{shown} is no identifier: use letters from A to Z, digits, `.`, `_` and `-`, \
                 beginning with a letter or a digit{deceiving}"
            ),
            "/$defs/country" => {
                format!("{shown} is no country code: write two capital letters, as `CN`{deceiving}")
            }
            _ => {
                let title = self.text("title").unwrap_or("value");
                format!(
                    "{shown} does not have the form of this field ({title}): `{pattern}`{deceiving}"
                )
            }
        }
    }
}

/// How a number is written, where text was written that has digits.
fn separators(text: &str, expected: &str) -> String {
    if !matches!(expected, "number" | "integer") {
        return String::new();
    }
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '_' | ' '))
        .collect();
    match digits.parse::<f64>() {
        Ok(number) if number.is_finite() => {
            format!("; write {} without quotes or separators", escaped(&digits))
        }
        Ok(number) if number.is_infinite() && digits.starts_with(|c: char| c.is_ascii_digit()) => {
            "; as a number it is larger than any that is read".to_owned()
        }
        _ => String::new(),
    }
}

fn date(text: &str) -> String {
    let shown = quoted(text);
    let year = text.get(..4).and_then(|year| year.parse::<u16>().ok());
    match year {
        _ if !is_date(text) => {
            let deceiving = deceiving::said(text);
            format!("{shown} is no date: write YYYY-MM-DD{deceiving}")
        }
        Some(1900..=2199) => format!("{shown} is no day of the calendar"),
        _ => format!("{shown} is outside of the years 1900 to 2199"),
    }
}

/// Whether text is written as a date.
pub(super) fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// The entries of a list that stand in it before.
fn repeated(path: &DataPath, list: &Value) -> Vec<Finding> {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut findings = Vec::new();
    for (index, entry) in list.as_array().into_iter().flatten().enumerate() {
        match first.get(&entry.to_string()) {
            Some(before) => {
                let shown = quoted_value(entry);
                let message = format!("repeats {shown} of {}", path.index(*before));
                findings.push(Finding::value(path.index(index), message));
            }
            None => {
                first.insert(entry.to_string(), index);
            }
        }
    }
    findings
}
