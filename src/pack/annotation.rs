//! `# METADATA` blocks, the annotations OPA defines. Engines skip comments, so the host reads them
//! from the text: the block is YAML, and the rule it is about is the first one after it.

use serde::Deserialize;

use super::plain::plain;
use super::{PackError, limits};
use crate::text::Text;

/// An annotated clause rule.
#[derive(Clone, Debug)]
pub struct Annotation {
    /// The rule's name.
    pub rule: String,
    /// Line of the `# METADATA` comment, from 1.
    pub line: usize,
    /// The annotation itself.
    pub metadata: Metadata,
}

/// The fields a clause rule's annotation has.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metadata {
    /// `rule` or left out; annotations of packages are not clauses.
    #[serde(default)]
    pub scope: Option<String>,
    /// English title.
    #[serde(default)]
    pub title: Option<String>,
    /// English explanation of what is asked for.
    #[serde(default)]
    pub description: Option<String>,
    /// What this project adds.
    #[serde(default)]
    pub custom: Option<Custom>,
}

/// The `custom` part of a clause rule's annotation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Custom {
    /// Clause id as `8.1.d`.
    pub clause: String,
    /// Whether Appendix C marks the clause as mandatory (必要项).
    pub mandatory: bool,
    /// Chinese title.
    pub title_zh: String,
    /// Chinese explanation.
    pub description_zh: String,
    /// How an ambiguous wording is read.
    #[serde(default)]
    pub reading: Option<Text>,
    /// Where the standard differs with itself.
    #[serde(default)]
    pub differs: Option<Text>,
    /// What an assessor judges; without it a finding cannot raise the clause.
    #[serde(default)]
    pub judgement: Option<Text>,
}

/// The annotated rules of a Rego file.
///
/// # Errors
/// A block that is not YAML, has an unknown field, or stands before no rule.
pub fn read(path: &str, text: &str) -> Result<Vec<Annotation>, PackError> {
    let mut found = Vec::new();
    for Block { at, text, next } in blocks(text) {
        let metadata: Metadata = serde_yaml::from_str(&text).map_err(|error| {
            let inside = error.location().map_or(0, |place| place.line());
            PackError::new(path, &format!("annotation: {}", plain(&error.to_string())))
                .at(at + inside)
        })?;
        if metadata.custom.is_none() {
            continue;
        }
        let rule = next
            .and_then(rule_name)
            .ok_or_else(|| PackError::new(path, "annotation stands before no rule").at(at))?;
        found.push(Annotation {
            rule,
            line: at,
            metadata,
        });
    }
    Ok(found)
}

/// What keeps the annotations of a file from being read, whatever they say.
pub(super) fn objection(path: &str, text: &str) -> Option<PackError> {
    blocks(text).into_iter().find_map(|block| {
        let (message, inside) = limits::yaml(&block.text)?;
        Some(PackError::new(path, &format!("annotation: {message}")).at(block.at + inside))
    })
}

/// An annotation as it is written.
struct Block<'t> {
    /// The line of `# METADATA`, from 1.
    at: usize,
    /// The lines below it, without what makes them comments.
    text: String,
    /// The first line after it that is not empty.
    next: Option<&'t str>,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut lines = text.lines().enumerate().peekable();
    while let Some((index, line)) = lines.next() {
        if line.trim_end() != "# METADATA" {
            continue;
        }
        let mut text = String::new();
        while let Some((_, comment)) = lines.next_if(|(_, next)| next.starts_with('#')) {
            let body = comment.trim_start_matches('#');
            text.push_str(body.strip_prefix(' ').unwrap_or(body));
            text.push('\n');
        }
        let next = lines.find(|(_, next)| !next.trim().is_empty());
        found.push(Block {
            at: index + 1,
            text,
            next: next.map(|(_, line)| line),
        });
    }
    found
}

/// The name a rule starts with: `graduates` of `graduates := …`.
fn rule_name(line: &str) -> Option<String> {
    let name: String = line
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
        .collect();
    let keyword = matches!(name.as_str(), "package" | "import" | "default" | "");
    (!keyword && !name.starts_with(|c: char| c.is_ascii_digit())).then_some(name)
}

/// The package a Rego file declares, as `ciieval.assurance.organization`.
#[must_use]
pub fn package(text: &str) -> Option<String> {
    text.lines()
        .find_map(|line| line.strip_prefix("package "))
        .map(|rest| rest.split('#').next().unwrap_or(rest).trim().to_owned())
}
