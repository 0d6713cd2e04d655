//! What the notes at the names of columns say.

use std::fmt::Write as _;

use crate::text::Language;
use crate::workbook::cell::label;
use crate::workbook::layout::{Bounds, Choice, Column, Kind, Layout, Need, Role};
use crate::workbook::words::{NO, NONE, YES, in_language};

/// How many words a note lists.
const WORDS: usize = 24;

/// What a column is for and how it is filled in.
pub(super) fn note(layout: &Layout, column: &Column, language: Language) -> String {
    let said = Said { layout, language };
    let mut lines = vec![column.description.get(language).to_owned()];
    lines.push(said.form(&column.role));
    match column.need {
        Need::Always => lines.push(said.either("必填。", "Required.").to_owned()),
        Need::InGroup => {
            let group = column
                .group
                .as_ref()
                .map_or("", |group| group.get(language));
            lines.push(match language {
                Language::Chinese => format!("填写“{group}”任一项时必填。"),
                Language::English => format!("Required where anything of “{group}” is given."),
            });
        }
        Need::No => {}
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

struct Said<'a> {
    layout: &'a Layout,
    language: Language,
}

impl Said<'_> {
    fn either(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    fn none(&self) -> &'static str {
        in_language(NONE, self.language)
    }

    /// How it is filled in.
    fn form(&self, role: &Role) -> String {
        match role {
            Role::Parent | Role::RowKey => String::new(),
            Role::Value(kind) => self.kind(kind),
            Role::List(kind) => {
                let each = self.either(
                    "可填多项，每项一行（Alt+Enter 换行）；",
                    "Several, one on each line (Alt+Enter); ",
                );
                format!("{each}{}{}", self.kind(kind), self.if_none())
            }
            Role::Records(fields) => {
                let fields: Vec<&str> = fields
                    .iter()
                    .map(|field| field.title.get(self.language))
                    .collect();
                let each = self.either("每项一行：", "One on each line: ");
                format!("{each}{}{}", fields.join(" | "), self.if_none())
            }
            Role::Child(sheet) => {
                let name = self.layout.sheets.get(*sheet).map(|sheet| &sheet.name);
                let name = name.map_or("", |name| name.get(self.language));
                match self.language {
                    Language::Chinese => format!(
                        "请在工作表“{name}”中填写。此处留空；只有确认没有时才填“{}”。",
                        self.none()
                    ),
                    Language::English => format!(
                        "Fill in the sheet “{name}”. Leave this empty, or write “{}” to state that there is nothing.",
                        self.none()
                    ),
                }
            }
            Role::Presence => match self.language {
                Language::Chinese => format!(
                    "一般留空。仅当需表明存在此项而暂无任何内容时填“{}”。",
                    YES[0]
                ),
                Language::English => format!(
                    "Usually empty. “{}” says that the group is there though nothing of it is known yet.",
                    YES[1]
                ),
            },
        }
    }

    fn if_none(&self) -> String {
        match self.language {
            Language::Chinese => format!("。确认没有时填“{}”。", self.none()),
            Language::English => {
                format!(". Write “{}” to state that there is nothing.", self.none())
            }
        }
    }

    fn kind(&self, kind: &Kind) -> String {
        match kind {
            Kind::Text => self.either("文本", "Text").to_owned(),
            Kind::Date => self
                .either("日期，如 2026-06-30", "A date, such as 2026-06-30")
                .to_owned(),
            Kind::Integer(bounds) => {
                self.either("整数", "A whole number").to_owned() + &said(bounds)
            }
            Kind::Number(bounds) => self.either("数值", "A number").to_owned() + &said(bounds),
            Kind::Boolean => {
                let [yes, no] = [YES, NO].map(|word| in_language(word, self.language));
                format!("{yes} / {no}")
            }
            Kind::Choice(choice) => self.words(choice),
            Kind::Reference(register) => {
                let sheet = self.layout.register(register);
                let name = sheet.map_or(register.as_str(), |sheet| sheet.name.get(self.language));
                match self.language {
                    Language::Chinese => format!("工作表“{name}”中的标识"),
                    Language::English => format!("An id of the sheet “{name}”"),
                }
            }
            Kind::Fixed(text) => text.clone(),
            Kind::Any => "json:…".to_owned(),
        }
    }

    fn words(&self, choice: &Choice) -> String {
        let mut text = String::new();
        for word in choice.words.iter().take(WORDS) {
            let shown = label(choice, &word.id, self.language);
            let _ = write!(text, "\n· {shown}");
        }
        if choice.words.len() > WORDS {
            text.push_str(self.either("\n…（全部见词表）", "\n… (all in the vocabulary)"));
        }
        let what = self.either("从下列选取：", "One of:");
        format!("{what}{text}")
    }
}

fn said(bounds: &Bounds) -> String {
    let least = bounds.least.map(|least| format!(" ≥ {least}"));
    let most = bounds.most.map(|most| format!(" ≤ {most}"));
    least.into_iter().chain(most).collect()
}
