//! Clauses as a table in Markdown.

use std::fmt::Write as _;

use super::row::Named;
use super::{Catalog, Row};
use crate::text::{Language, Text};

/// The clauses, a line of a table for each.
#[must_use]
pub fn render(catalog: &Catalog, language: Language) -> String {
    let heads = match language {
        Language::Chinese => [
            "条款",
            "●",
            "标题",
            "要求",
            "项（权重）",
            "分",
            "服务类",
            "读取的证据",
        ],
        Language::English => [
            "Clause",
            "●",
            "Title",
            "What is asked for",
            "Term (weight)",
            "Points",
            "Classes",
            "Evidence",
        ],
    };
    let mut page = format!(
        "| {} |\n|{}\n",
        heads.join(" | "),
        "---|".repeat(heads.len())
    );
    for row in &catalog.clauses {
        let cells = cells(row, language).map(|cell| escaped(&cell));
        let _ = writeln!(page, "| {} |", cells.join(" | "));
    }
    page
}

fn cells(row: &Row, language: Language) -> [String; 8] {
    let list = match language {
        Language::Chinese => "、",
        Language::English => ", ",
    };
    let mark = if row.mandatory { "●" } else { "" };
    let counts = row.counts.as_ref();
    let term = counts.map(|counts| {
        let title = counts.term.title.get(language);
        format!("{} {title} ({} %)", counts.term.clause, counts.weight)
    });
    let title = |class: &Named| class.title.get(language).to_owned();
    let classes: Vec<String> = row.classes.iter().map(title).collect();
    let parts: Vec<String> = row
        .evidence
        .parts
        .iter()
        .map(|part| format!("`{}`", part.name))
        .collect();
    let text = |text: &Text| text.get(language).to_owned();
    [
        row.id.clone(),
        mark.to_owned(),
        text(&row.title),
        text(&row.description),
        term.unwrap_or_default(),
        counts
            .map(|counts| counts.points.clone())
            .unwrap_or_default(),
        classes.join(list),
        parts.join(list),
    ]
}

/// Text that stays within its cell.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('|', "\\|")
        .replace('\n', " ")
}
