//! Skeletons of dossiers: what the classes asked for need and nothing else, with comments that say what it
//! is and which clauses look at it. Nothing in them counts as evidence: what is required stands there, the
//! rest is commented out.

mod example;
mod needs;

use serde_json::{Map, Value};
use std::fmt::Write as _;

use crate::pack::manifest::Class;
use crate::pack::{Pack, PackError};
use crate::reads::Reads;
use crate::schema::{description, published, resolved, title, words};
use crate::text::Language;
use example::Maker;
use needs::{Clauses, Needs};

/// The name of the main file of a folder dossier.
const MAIN: &str = "dossier.yaml";

/// What a skeleton is for.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// The classes applied for.
    pub classes: Vec<&'a Class>,
    /// Name of the provider.
    pub provider: String,
    /// The reference date, as `2026-06-30`.
    pub date: String,
    /// The language of the comments.
    pub language: Language,
}

/// A skeleton, in parts.
#[derive(Clone, Debug)]
pub struct Skeleton {
    /// What every dossier has.
    main: String,
    /// The other top-level keys with their texts.
    registers: Vec<(String, String)>,
    /// How commented lines are used.
    how: String,
}

impl Skeleton {
    /// The skeleton of a dossier.
    ///
    /// # Errors
    /// Every Rego file of the pack that does not parse.
    pub fn new(pack: &Pack, wanted: &Wanted) -> Result<Self, Vec<PackError>> {
        let reads = Reads::new(pack)?;
        let schema = published(pack);
        let needs = Needs::new(pack, &reads, &wanted.classes);
        let writer = Writer {
            pack,
            wanted,
            maker: Maker {
                schema: &schema,
                needs: &needs,
                language: wanted.language,
                date: &wanted.date,
                class: wanted.classes.first().map_or("", |class| &class.id),
            },
        };
        let keys = resolved(&schema, &schema);
        let properties = keys.get("properties").and_then(Value::as_object);
        let others = properties.into_iter().flatten().filter(|(key, _)| {
            needs.has(key) && !["schema", "assessment", "provider"].contains(&key.as_str())
        });
        Ok(Self {
            main: writer.main(),
            registers: others
                .map(|(key, node)| (key.clone(), writer.register(key, node)))
                .collect(),
            how: writer.how(),
        })
    }

    /// The skeleton as one file.
    #[must_use]
    pub fn single(&self) -> String {
        let mut text = format!("{}{}", self.how, self.main);
        for (_, register) in &self.registers {
            text.push('\n');
            text.push_str(register);
        }
        text
    }

    /// The skeleton as a folder: names of files with their texts, the main file first.
    #[must_use]
    pub fn files(&self) -> Vec<(String, String)> {
        let main = (MAIN.to_owned(), format!("{}{}", self.how, self.main));
        let others = self.registers.iter();
        let others = others.map(|(key, text)| (format!("{key}.yaml"), text.clone()));
        std::iter::once(main).chain(others).collect()
    }
}

struct Writer<'a> {
    pack: &'a Pack,
    wanted: &'a Wanted<'a>,
    maker: Maker<'a>,
}

impl Writer<'_> {
    fn either(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.wanted.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    fn how(&self) -> String {
        let classes: Vec<&str> = self
            .wanted
            .classes
            .iter()
            .map(|class| class.title.get(self.wanted.language))
            .collect();
        let text = self.either(
            "# 证据卷宗骨架，服务类：{}\n\
             # 以“#”紧接内容（或两个以上空格）的行是示例：删去行首的“#”，改成贵机构的事实，用不到的键删去。\n\
             # 其余以“# ”开头的行是说明。没有填写的部分视为没有证据；空列表（如 incidents: []）表示声明没有发生。\n\
             # 每一部分注明哪些条款查看它；`ciieval explain 条款` 说明该条款，`ciieval check 文件` 评价卷宗。\n\
             # 列出的用词是条款点名的；全部用词见 docs/evidence.md 或 `ciieval schema`。\n\n",
            "# Skeleton of a dossier for: {}\n\
             # Lines in which something follows the `#` at once (or after two spaces or more) are examples: delete\n\
             # the `#`, put the provider's own facts there, and take out keys that there is nothing to say about.\n\
             # The other lines are explanations. What is not filled in is no evidence; an empty list, such as\n\
             # `incidents: []`, states that there was none. Each part names the clauses that look at it:\n\
             # `ciieval explain CLAUSE` explains one, `ciieval check FILE` evaluates the dossier.\n\
             # The words listed are those that clauses name; all words: docs/evidence.md or `ciieval schema`.\n\n",
        );
        text.replace("{}", &classes.join(self.either("、", ", ")))
    }

    /// What every dossier has, and what there is to say of the provider.
    fn main(&self) -> String {
        let Wanted {
            classes,
            provider,
            date,
            ..
        } = self.wanted;
        let ids: Vec<&str> = classes.iter().map(|class| class.id.as_str()).collect();
        let mut text = format!(
            "schema: ciieval/dossier/v1\n\nassessment:\n  reference_date: {date} # {}\n  classes: [{}]\n",
            self.either(
                "评价基准日：所有年限和有效期均以此日计算",
                "every duration and validity is computed from this day"
            ),
            ids.join(", "),
        );
        let node = self.node("assessment");
        for key in ["form", "purpose", "body"] {
            text.push_str(&self.key("assessment", key, &node));
        }
        text.push('\n');
        let provider_node = self.node("provider");
        text.push_str(&self.heading("provider", &provider_node));
        let _ = writeln!(
            text,
            "provider:\n  name: {}",
            Value::from(provider.as_str())
        );
        let keys = provider_node.get("properties").and_then(Value::as_object);
        for key in keys.into_iter().flatten().map(|(key, _)| key) {
            if key != "name" && self.maker.needs.has_key("provider", key) {
                text.push_str(&self.key("provider", key, &provider_node));
            }
        }
        text
    }

    fn node(&self, key: &str) -> Map<String, Value> {
        let node = self.maker.schema.pointer(&format!("/properties/{key}"));
        node.map(|node| resolved(self.maker.schema, node))
            .unwrap_or_default()
    }

    /// A key of an object on the top level, commented out.
    fn key(&self, register: &str, key: &str, node: &Map<String, Value>) -> String {
        let Some(inner) = node.get("properties").and_then(|keys| keys.get(key)) else {
            return String::new();
        };
        let clauses = self.maker.needs.clauses(&format!("{register}.{key}"));
        let mut text = String::new();
        if !clauses.is_empty() {
            let _ = writeln!(
                text,
                "# {key}{}{}",
                self.either("：条款 ", ": clauses "),
                listed(&clauses)
            );
        }
        text + &commented_out(&self.maker.inner(register, key, inner))
    }

    /// A register, or an object, with what is asked of it and an example.
    fn register(&self, key: &str, node: &Value) -> String {
        let keys = resolved(self.maker.schema, node);
        let mut text = self.heading(key, &keys);
        text.push_str(&self.asked(key));
        text + &commented_out(&self.maker.lines(key, node))
    }

    fn heading(&self, key: &str, keys: &Map<String, Value>) -> String {
        let language = self.wanted.language;
        let clauses = self.maker.needs.clauses(key);
        let named = title(keys);
        let mut text = format!("# ---- {key} {}\n", named.get(language));
        if let Some(said) = Some(description(keys).get(language)).filter(|said| !said.is_empty()) {
            let _ = writeln!(text, "# {said}");
        }
        if !clauses.is_empty() {
            for line in wrapped(&listed(&clauses)) {
                let name = self.either("条款：", "Clauses: ");
                let _ = writeln!(text, "# {name}{line}");
            }
        }
        text
    }

    /// The words that clauses ask for in the register, with these clauses.
    fn asked(&self, register: &str) -> String {
        let mut text = String::new();
        for vocabulary in crate::schema::vocabularies(self.maker.schema) {
            let Some(asked) = self.maker.needs.words(register, &vocabulary) else {
                continue;
            };
            let _ = writeln!(text, "# {vocabulary}{}", self.either("：", ":"));
            for (word, label) in words(self.pack, &vocabulary) {
                if let Some(clauses) = asked.get(&word) {
                    let label = label.get(self.wanted.language);
                    let _ = writeln!(text, "# - {word} {label}: {}", listed(clauses));
                }
            }
        }
        text
    }
}

/// Clauses in a line; those of one area that follow each other share its number: `8.1.a b c`.
fn listed(clauses: &Clauses) -> String {
    let mut text = String::new();
    let mut last = None;
    for id in clauses {
        let (area, letter) = id.as_str().rsplit_once('.').unwrap_or(("", id.as_str()));
        if last == Some(area) {
            text.push('/');
            text.push_str(letter);
        } else {
            if last.is_some() {
                text.push(' ');
            }
            text.push_str(id.as_str());
        }
        last = Some(area);
    }
    text
}

/// Lines of at most a hundred characters.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines
            .last_mut()
            .filter(|line| line.len() + word.len() < 100)
        {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

fn commented_out(lines: &[String]) -> String {
    lines
        .iter()
        .fold(String::new(), |text, line| text + "#" + line + "\n")
}
