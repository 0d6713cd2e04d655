//! The table of hostile dossiers, `fixtures/hostile/expected.yaml`.

use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

pub const FOLDER: &str = "fixtures/hostile";
const TABLE: &str = "fixtures/hostile/expected.yaml";

const HEAD: &str = "# Every hostile dossier with what it tries, its exit code and what is said, up to three lines: messages, or of\n# one that is evaluated the first line of its report. `file` is in this folder, `made` by a recipe of\n# tests/hostile/recipes.rs, `stdin` what a command prints. `UPDATE=1 cargo test --test hostile` rewrites exit codes\n# and what is said: look at the difference.\n";

/// What is tried and what comes of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stdin: Vec<String>,
    pub tries: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    #[serde(default)]
    pub exit: i32,
    #[serde(default)]
    pub says: Vec<String>,
}

impl Case {
    /// The path that it is checked by.
    pub fn path(&self) -> &str {
        self.file.as_deref().or(self.made.as_deref()).unwrap_or("-")
    }

    fn group(&self) -> &str {
        self.path()
            .split_once('/')
            .map_or("streams", |(group, _)| group)
    }
}

pub fn read() -> Vec<Case> {
    serde_yaml::from_str(&std::fs::read_to_string(TABLE).unwrap()).unwrap()
}

pub fn write(cases: &[Case]) {
    let text = serde_yaml::to_string(cases).unwrap();
    std::fs::write(TABLE, format!("{HEAD}{text}")).unwrap();
}

/// The table as the documents show it, a part for each group.
pub fn markdown(cases: &[Case]) -> String {
    let mut groups: Vec<&str> = Vec::new();
    for case in cases {
        if !groups.contains(&case.group()) {
            groups.push(case.group());
        }
    }
    let made = cases.iter().filter(|case| case.file.is_none()).count();
    let mut text = format!(
        "{} dossiers, {made} of them made by recipes.\n",
        cases.len()
    );
    for group in groups {
        let _ = write!(
            text,
            "\n**{group}**\n\n| what it tries | exit code | what is said |\n|---|---|---|\n"
        );
        for case in cases.iter().filter(|case| case.group() == group) {
            let options = match case.options.as_slice() {
                [] => String::new(),
                options => format!(" (`{}`)", options.join(" ")),
            };
            let said = case.says.first().map_or("", String::as_str);
            let (said, more) = match case.exit {
                3 => (said.strip_prefix(case.path()).unwrap_or(said), ""),
                _ => ("", "evaluated"),
            };
            let said = said.trim_start_matches(": ").replace('|', "\\|");
            let said = if more.is_empty() {
                code(&shortened(&said))
            } else {
                more.to_owned()
            };
            let tries = case.tries.replace('|', "\\|");
            let _ = writeln!(text, "| {tries}{options} | {} | {said} |", case.exit);
        }
    }
    text
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(160).collect();
    if short == text { short } else { short + "…" }
}

/// As code, whatever marks of code are in it.
fn code(text: &str) -> String {
    format!("`` {text} ``")
}
