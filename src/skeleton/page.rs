//! The text of a skeleton: comments that explain, and commented examples.

use serde_json::{Map, Value};
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

use super::sample::{Field, Sample, Sampler};
use super::{Wanted, text};
use crate::pack::catalogue::ClauseId;
use crate::schema::{self, resolved, words};
use crate::text::Language;

/// How wide comments are.
const WIDTH: usize = 110;

/// How many words of a vocabulary are listed where clauses do not choose.
const WORDS: usize = 12;

/// A page under construction.
pub struct Page {
    language: Language,
    text: String,
    /// Vocabularies whose words are listed in the part already.
    listed: BTreeSet<String>,
}

impl Page {
    pub fn new(language: Language) -> Self {
        Self {
            language,
            text: String::new(),
            listed: BTreeSet::new(),
        }
    }

    pub fn into_text(self) -> String {
        self.text
    }

    /// What is true before anything is filled in.
    pub fn head(&mut self, wanted: &Wanted) {
        self.comment(self.say(
            "证据卷宗。只记录事实，不填写条款结论；没有写明的不计为满足。",
            "A dossier of evidence: facts, never answers to clauses. What it does not say does not count.",
        ));
        self.comment(self.say(
            "示例行的“#”后面没有空格或有多个空格：去掉“#”并改为实际内容，不需要的行删去或留着不动。标 * 的必填。",
            "Examples have no space behind the \"#\", or several: take away the \"#\" and write what is true; delete or leave alone what you do not need. Fields with * are required.",
        ));
        self.comment(self.say(
            "每部分前列出读取它的条款；`ciieval explain 条款号` 说明条款如何判定。检查：ciieval check 本文件",
            "Each part lists the clauses that read it; `ciieval explain CLAUSE` says how a clause is decided. To check: ciieval check this-file",
        ));
        self.text
            .push_str("\nschema: ciieval/dossier/v1\n\nassessment:\n");
        let ids: Vec<&str> = wanted
            .classes
            .iter()
            .map(|class| class.id.as_str())
            .collect();
        let day = self.say("评价基准日", "reference date");
        let classes = self.say("申请的服务类", "classes applied for");
        let lines = [
            format!(
                "  reference_date: {}  # {day}\n",
                scalar(&Value::from(wanted.reference_date.as_str()))
            ),
            format!("  classes: [{}]  # {classes}\n", ids.join(", ")),
        ];
        self.text.extend(lines);
        let name = scalar(&Value::from(wanted.provider.as_str()));
        self.push(&format!("\nprovider:\n  name: {name}\n"));
    }

    /// A part of the top level.
    pub fn part(&mut self, sampler: &Sampler, key: &str, node: &Value) {
        let keys = resolved(sampler.schema, node);
        let Some(sample) = sampler.of_part(node, key) else {
            return;
        };
        let is_begun = key == "provider";
        if !is_begun {
            self.text.push('\n');
            self.comment(&format!("{key}: {}", self.titles(&keys)));
        }
        let clauses: Vec<&ClauseId> = sampler.served.clauses(key).into_iter().collect();
        let name = self.say("条款", "clauses");
        let indent = if is_begun { "  " } else { "" };
        self.comment_at(indent, &format!("{name} {}", in_short(&clauses)));
        if !is_begun {
            self.example(0, &format!("{key}:"), None);
        }
        match sample {
            Sample::List(entries) => {
                for entry in &entries {
                    self.entry(sampler, key, 2, entry);
                }
            }
            Sample::Object(fields) => {
                let read = sampler.served.keys(key);
                let is_read = |field: &&Field| {
                    let given = is_begun && field.key == "name";
                    let is_read = read
                        .as_ref()
                        .is_none_or(|read| read.contains(field.key.as_str()));
                    !given && (is_read || field.is_required || field.key == "attachments")
                };
                for field in fields.iter().filter(is_read) {
                    self.field(sampler, key, 2, field);
                }
            }
            Sample::Value(_) => {}
        }
    }

    /// An entry of a list.
    fn entry(&mut self, sampler: &Sampler, part: &str, indent: usize, entry: &Sample) {
        match entry {
            Sample::Value(value) => self.example(indent, &format!("- {}", scalar(value)), None),
            Sample::Object(fields) => {
                let start = self.text.len();
                for field in fields {
                    self.field(sampler, part, indent + 2, field);
                }
                self.mark_entry(start, indent);
            }
            Sample::List(entries) => {
                for inner in entries {
                    self.entry(sampler, part, indent + 2, inner);
                }
            }
        }
    }

    /// Puts the dash of an entry before its first field.
    fn mark_entry(&mut self, start: usize, indent: usize) {
        let field = format!("\n#{}", " ".repeat(indent + 2));
        let before = start.saturating_sub(1);
        let found = self.text.get(before..).and_then(|text| text.find(&field));
        if let Some(place) = found {
            let dash = before + place + 2 + indent;
            if self.text.is_char_boundary(dash) {
                self.text.replace_range(dash..=dash, "-");
            }
        }
    }

    fn field(&mut self, sampler: &Sampler, part: &str, indent: usize, field: &Field) {
        let Field {
            key, value, keys, ..
        } = field;
        let title = self.title(keys);
        let mark = if field.is_required { "* " } else { "" };
        let choices = choices(keys);
        let note = format!("{mark}{title}{choices}");
        let note = Some(note.trim()).filter(|note| !note.is_empty());
        let items = keys
            .get("items")
            .map(|items| resolved(sampler.schema, items));
        for keys in [Some(keys), items.as_ref()].into_iter().flatten() {
            if let Some(vocabulary) = text(keys, "x-vocabulary")
                && self.listed.insert(vocabulary.to_owned())
            {
                self.words(sampler, part, indent, vocabulary);
            }
        }
        match value {
            Sample::Value(value) => {
                self.example(indent, &format!("{key}: {}", scalar(value)), note);
            }
            Sample::List(entries) if entries.iter().all(|it| matches!(it, Sample::Value(_))) => {
                let values = entries.iter().filter_map(|entry| match entry {
                    Sample::Value(value) => Some(scalar(value)),
                    _ => None,
                });
                let values: Vec<String> = values.collect();
                self.example(indent, &format!("{key}: [{}]", values.join(", ")), note);
            }
            Sample::List(entries) => {
                self.example(indent, &format!("{key}:"), note);
                for entry in entries {
                    self.entry(sampler, part, indent + 2, entry);
                }
            }
            Sample::Object(fields) => {
                self.example(indent, &format!("{key}:"), note);
                for field in fields {
                    self.field(sampler, part, indent + 2, field);
                }
            }
        }
    }

    /// The words of a vocabulary: those that clauses ask for with the clauses, else the first ones.
    fn words(&mut self, sampler: &Sampler, part: &str, indent: usize, vocabulary: &str) {
        let all = words(sampler.pack, vocabulary);
        let label = |word: &str| {
            let found = all.iter().find(|(it, _)| it == word);
            found
                .map_or("", |(_, label)| label.get(self.language))
                .to_owned()
        };
        let spaces = " ".repeat(indent);
        let asked = sampler.served.words_of(vocabulary, part);
        let lines: Vec<String> = match vocabulary {
            // They are listed at the top, or are those of the classes.
            "classes" | "clauses" => Vec::new(),
            "services" => {
                let services = sampler.served.services.iter();
                services.map(|it| format!("{it} {}", label(it))).collect()
            }
            _ if !asked.is_empty() => asked
                .iter()
                .map(|(word, clauses)| format!("{word} {}: {}", label(word), in_short(clauses)))
                .collect(),
            _ => {
                let shown = all.iter().take(WORDS);
                let mut lines: Vec<String> = shown
                    .map(|(word, label)| format!("{word} {}", label.get(self.language)))
                    .collect();
                if all.len() > WORDS {
                    lines.push(format!(
                        "… {} docs/evidence.md",
                        self.say("全部见", "all in")
                    ));
                }
                lines
            }
        };
        for line in lines {
            self.comment_at(&spaces, &format!("- {line}"));
        }
    }

    /// A line of the example.
    fn example(&mut self, indent: usize, text: &str, note: Option<&str>) {
        let spaces = " ".repeat(indent);
        self.push(&format!("#{spaces}{text}"));
        if let Some(note) = note {
            self.push(&format!("  # {note}"));
        }
        self.text.push('\n');
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn comment(&mut self, text: &str) {
        self.comment_at("", text);
    }

    /// A comment, in lines that are not too long.
    fn comment_at(&mut self, indent: &str, text: &str) {
        let mut line = String::new();
        for word in text.split_inclusive([' ', '；', '，', '。', '、']) {
            if !line.is_empty() && line.width() + word.trim_end().width() + indent.len() > WIDTH {
                self.push(&format!("{indent}# {}\n", line.trim_end()));
                line.clear();
            }
            line.push_str(word);
        }
        self.push(&format!("{indent}# {}\n", line.trim_end()));
    }

    fn titles(&self, keys: &Map<String, Value>) -> String {
        let more = schema::description(keys);
        let parts = [self.title(keys), more.get(self.language).to_owned()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(self.say("。", ". "))
    }

    fn title(&self, keys: &Map<String, Value>) -> String {
        schema::title(keys).get(self.language).to_owned()
    }

    fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }
}

/// The choices of a field that are no vocabulary.
fn choices(keys: &Map<String, Value>) -> String {
    let choices = keys.get("enum").and_then(Value::as_array);
    let choices = choices.filter(|it| it.len() > 1 && text(keys, "x-vocabulary").is_none());
    let Some(choices) = choices else {
        return String::new();
    };
    let choices: Vec<String> = choices.iter().map(scalar).collect();
    format!(" [{}]", choices.join(" | "))
}

/// A scalar as YAML writes it on one line.
fn scalar(value: &Value) -> String {
    let text = serde_yaml::to_string(value).unwrap_or_default();
    text.trim_end().to_owned()
}

/// Clauses by area: `8.1.a b d, 9.1.1.c`.
fn in_short(clauses: &[&ClauseId]) -> String {
    let mut areas: Vec<(&str, String)> = Vec::new();
    for clause in clauses {
        let id = clause.as_str();
        let (area, letter) = id.rsplit_once('.').unwrap_or((id, ""));
        match areas.last_mut() {
            Some((last, letters)) if *last == area => {
                letters.push(' ');
                letters.push_str(letter);
            }
            _ => areas.push((area, letter.to_owned())),
        }
    }
    let areas = areas
        .into_iter()
        .map(|(area, letters)| format!("{area}.{letters}"));
    areas.collect::<Vec<_>>().join(", ")
}
