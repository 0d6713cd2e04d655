//! `docs/evidence.md`: the evidence model for people, generated from the schema and the pack.

use serde_json::{Map, Value};
use std::collections::HashSet;
use std::fmt::Write as _;

use super::{published, resolved, vocabularies, words};
use crate::pack::Pack;

const HEAD: &str = "\
# The evidence of a dossier · 证据卷宗数据模型

Generated from `schemas/dossier.yaml` and the vocabularies of the pack; do not edit.

本文件由 `schemas/dossier.yaml` 和规则包词表生成，请勿直接修改。

A dossier holds facts, never answers to clauses. Dates are written `YYYY-MM-DD`; durations and
validity are computed from `assessment.reference_date`. Text that looks like a number, such as
version `1.10`, stands in quotes. A key that is not listed here is an error.

卷宗只记录事实，不填写条款结论。日期格式为 `YYYY-MM-DD`；年限和有效期以 `assessment.reference_date`
为准计算。形如数字的文本（如版本 `1.10`）须加引号。未列出的键视为错误。

A folder is one dossier when it has a `dossier.yaml` (or `.yml`, `.json`): all YAML and JSON files in
it and its sub-folders are put together by their top-level keys, each of which stands in one file.
Hidden files, symbolic links, files such as `*.expected.yaml` and the folder `attachments` are left out.

含有 `dossier.yaml`（或 `.yml`、`.json`）的文件夹视为一份卷宗：其中及子文件夹内全部 YAML、JSON 文件按顶层键合并，
同一顶层键只能出现在一个文件中。隐藏文件、符号链接、`*.expected.yaml` 之类的文件及 `attachments` 文件夹除外。

●: required 必填
";

/// The documentation of the evidence model, in English and Chinese.
#[must_use]
pub fn evidence_markdown(pack: &Pack) -> String {
    let schema = published(pack);
    let mut page = Page {
        schema: &schema,
        text: HEAD.to_owned(),
        written: HashSet::new(),
    };
    page.object("dossier", &resolved(&schema, &schema));
    page.text.push_str("\n# Vocabularies · 词表\n");
    for name in vocabularies(&schema) {
        page.vocabulary(pack, &name);
    }
    page.text
}

struct Page<'a> {
    schema: &'a Value,
    text: String,
    written: HashSet<String>,
}

impl Page<'_> {
    /// The section of an object, followed by those of the objects in it.
    fn object(&mut self, name: &str, keys: &Map<String, Value>) {
        if !self.written.insert(name.to_owned()) {
            return;
        }
        let _ = write!(self.text, "\n## `{name}`\n\n{}\n", titles(keys));
        self.text
            .push_str("\n| key 键 | value 值 | ● | title | 名称 |\n|---|---|---|---|---|\n");
        let required = keys.get("required").and_then(Value::as_array);
        let properties = keys.get("properties").and_then(Value::as_object);
        let mut inner = Vec::new();
        for (key, node) in properties.into_iter().flatten() {
            let is_required = required
                .into_iter()
                .flatten()
                .any(|name| name.as_str() == Some(key));
            let property = resolved(self.schema, node);
            let value = self.value(&format!("{name}.{key}"), node, &property, &mut inner);
            let _ = writeln!(
                self.text,
                "| `{key}` | {value} | {} | {} | {} |",
                if is_required { "●" } else { "" },
                titled(&property, "title", "description"),
                titled(&property, "x-title-zh", "x-description-zh"),
            );
        }
        let order = keys.get("x-order").and_then(Value::as_array);
        for pair in order.into_iter().flatten() {
            if let [first, second] = texts(pair).as_slice() {
                let _ = write!(
                    self.text,
                    "\n`{first}` is not after `{second}`. `{first}` 不晚于 `{second}`。\n"
                );
            }
        }
        for (name, node) in inner {
            self.object(&name, &node);
        }
    }

    /// What a value is; objects met on the way are added to `inner`.
    fn value(
        &self,
        path: &str,
        node: &Value,
        keys: &Map<String, Value>,
        inner: &mut Vec<(String, Map<String, Value>)>,
    ) -> String {
        let text = |key| keys.get(key).and_then(Value::as_str);
        if let Some(vocabulary) = text("x-vocabulary") {
            return format!("[{vocabulary}](#vocabulary-{vocabulary})");
        }
        if let Some(register) = text("x-ref") {
            return format!("id in `{register}`");
        }
        if text("x-id").is_some() {
            return "id, unique 唯一".to_owned();
        }
        if let Some(fixed) = keys.get("const").and_then(Value::as_str) {
            return format!("`{fixed}`");
        }
        if let Some(choices) = keys.get("enum") {
            let choices: Vec<_> = texts(choices).iter().map(|c| format!("`{c}`")).collect();
            return choices.join(", ");
        }
        let what = match text("type") {
            Some("object") => {
                let name = definition(node).unwrap_or(path);
                inner.push((name.to_owned(), keys.clone()));
                return format!("[{name}](#{})", anchor(name));
            }
            Some("array") => {
                let Some(items) = keys.get("items") else {
                    return "list 列表".to_owned();
                };
                let name = definition(node).unwrap_or(path);
                let mut entry = resolved(self.schema, items);
                for title in ["title", "x-title-zh"] {
                    if let Some(title_of_list) = keys.get(title) {
                        entry.entry(title).or_insert_with(|| title_of_list.clone());
                    }
                }
                let entry = self.value(&format!("{name}[]"), items, &entry, inner);
                return format!("list of 列表: {entry}{}", limits(keys));
            }
            Some("string") if text("format") == Some("date") => "date 日期",
            Some("string") => "text 文本",
            Some("integer") => "whole number 整数",
            Some("number") => "number 数值",
            Some("boolean") => "true / false",
            _ => "any",
        };
        format!("{what}{}", limits(keys))
    }

    fn vocabulary(&mut self, pack: &Pack, name: &str) {
        let _ = write!(self.text, "\n## vocabulary {name}\n\n");
        if name == "clauses" {
            self.text.push_str(
                "The ids of the clauses that the pack decides. 规则包所判定条款的编号。\n",
            );
            return;
        }
        self.text
            .push_str("| id | English | 中文 |\n|---|---|---|\n");
        for (word, label) in words(pack, name) {
            let _ = writeln!(
                self.text,
                "| `{word}` | {} | {} |",
                cell(&label.en),
                cell(&label.zh)
            );
        }
    }
}

fn texts(list: &Value) -> Vec<String> {
    let entries = list.as_array().into_iter().flatten();
    entries
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// The name of the definition that a node refers to.
fn definition(node: &Value) -> Option<&str> {
    node.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

/// The anchor that Markdown renderers give a heading.
fn anchor(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
        .collect()
}

fn limits(keys: &Map<String, Value>) -> String {
    let bounds = [
        ("minimum", "≥"),
        ("exclusiveMinimum", ">"),
        ("maximum", "≤"),
        ("minItems", "≥"),
        ("maxItems", "≤"),
    ];
    bounds.iter().fold(String::new(), |mut text, (key, sign)| {
        if let Some(limit) = keys.get(*key) {
            let _ = write!(text, " {sign} {limit}");
        }
        text
    })
}

fn titles(keys: &Map<String, Value>) -> String {
    let text = |key| keys.get(key).and_then(Value::as_str);
    let titles = [text("title"), text("x-title-zh")];
    let descriptions = [text("description"), text("x-description-zh")];
    let mut lines = vec![titles.into_iter().flatten().collect::<Vec<_>>().join(" · ")];
    lines.extend(descriptions.into_iter().flatten().map(str::to_owned));
    lines.retain(|line| !line.is_empty());
    lines.join("\n\n")
}

fn titled(keys: &Map<String, Value>, title: &str, description: &str) -> String {
    let text = |key| keys.get(key).and_then(Value::as_str).map(cell);
    let parts = [text(title), text(description)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("<br>")
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
