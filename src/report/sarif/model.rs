//! The part of SARIF 2.1.0 that is written, by the names of its specification. Texts from dossiers are made
//! safe where a value is made; addresses are percent-encoded.

use serde::Serialize;
use std::collections::BTreeMap;

use super::uri::{self, Address};
use crate::dossier::Location as Spot;
use crate::report::model::{OptionsReport, PackReport, ResultReport};
use crate::report::text::safe::safe;
use crate::scheme::Deviation;
use crate::score::Tally;

/// A text, with or without a form in Markdown.
#[derive(Debug, Serialize)]
pub struct Message {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub markdown: Option<String>,
}

/// The program that evaluated.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Driver {
    pub name: &'static str,
    pub version: &'static str,
    pub semantic_version: &'static str,
    pub language: &'static str,
    pub rules: Vec<Rule>,
}

/// A clause, or what stands for things that could not be evaluated.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    pub id: String,
    pub name: String,
    pub short_description: Message,
    pub full_description: Message,
    pub help: Message,
    pub default_configuration: Configuration,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<RuleProperties>,
}

#[derive(Debug, Serialize)]
pub struct Configuration {
    pub level: &'static str,
}

#[derive(Debug, Serialize)]
pub struct RuleProperties {
    pub clause: String,
    pub term: String,
    pub mandatory: bool,
    pub tags: Vec<String>,
}

/// A clause of a class of a dossier.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultItem {
    pub rule_id: String,
    pub rule_index: usize,
    pub kind: &'static str,
    pub level: &'static str,
    pub message: Message,
    pub locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related_locations: Vec<Location>,
    pub partial_fingerprints: BTreeMap<&'static str, String>,
    pub properties: ResultProperties,
}

#[derive(Debug, Default, Serialize)]
pub struct ResultProperties {
    pub dossier: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandatory: Option<bool>,
}

/// A place in a file and in the document.
#[allow(clippy::struct_field_names)] // the names of the specification
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<usize>,
    pub physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub logical_locations: Vec<LogicalLocation>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PhysicalLocation {
    pub artifact_location: Address,
    /// None in a workbook, which has no lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    pub start_line: usize,
    pub start_column: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LogicalLocation {
    pub fully_qualified_name: String,
}

/// A file that was looked at.
#[derive(Debug, Serialize)]
pub struct Artifact {
    pub location: Address,
    pub roles: [&'static str; 1],
}

/// What the run has to say of itself.
#[derive(Debug, Serialize)]
pub struct Notification {
    pub level: &'static str,
    pub message: Message,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<Location>,
    #[serde(rename = "associatedRule", skip_serializing_if = "Option::is_none")]
    pub associated_rule: Option<RuleReference>,
}

#[derive(Debug, Serialize)]
pub struct RuleReference {
    pub id: String,
    pub index: usize,
}

/// A class of a dossier with what it came to.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Evaluated {
    pub dossier: String,
    pub sha256: String,
    pub provider: String,
    pub reference_date: String,
    pub class: String,
    #[serde(flatten)]
    pub outcome: Outcome,
    pub without_findings: Outcome,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deviations: Vec<Deviation>,
    pub satisfied: Vec<String>,
    pub not_applicable: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    pub verdict: String,
    pub decided_by: Option<String>,
    pub score: String,
    pub score_exact: String,
    pub mandatory: Tally,
    pub compliance: Tally,
    #[serde(rename = "notUnder7_4", skip_serializing_if = "std::ops::Not::not")]
    pub not_under_7_4: bool,
}

/// A class that another standard evaluates.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Elsewhere {
    pub dossier: String,
    pub sha256: String,
    pub reference_date: String,
    pub class: String,
    pub standard: Option<String>,
    pub standing: String,
}

/// What is the same for every result.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RunProperties<'a> {
    pub pass_mark: u32,
    pub packs: &'a [PackReport],
    pub options: &'a OptionsReport,
    pub partial: bool,
}

impl Message {
    /// Plain text that is all text: where links are embedded in it, `[a](b)` would be one.
    pub fn plain(text: &str) -> Self {
        let lines: Vec<String> = text.lines().map(safe).collect();
        Self {
            text: lines.join("\n").replace("](", "\\]("),
            markdown: None,
        }
    }
}

impl Location {
    /// A place in a file, and its path in the document where it has one.
    pub fn new(spot: &Spot, path: &str) -> Self {
        let logical = LogicalLocation {
            fully_qualified_name: safe(path),
        };
        Self {
            id: None,
            physical_location: PhysicalLocation {
                artifact_location: uri::address(&spot.file),
                region: spot.sheet.is_none().then_some(Region {
                    start_line: spot.line,
                    start_column: spot.column,
                }),
            },
            logical_locations: Some(logical)
                .filter(|_| !path.is_empty())
                .into_iter()
                .collect(),
        }
    }
}

impl Artifact {
    /// A file of a dossier.
    pub fn new(file: &str) -> Self {
        Self {
            location: uri::address(file),
            roles: ["analysisTarget"],
        }
    }
}

impl From<&ResultReport> for Outcome {
    fn from(result: &ResultReport) -> Self {
        Self {
            verdict: crate::text::name_of(result.verdict),
            decided_by: result.decided_by.map(crate::text::name_of),
            score: result.score.clone(),
            score_exact: result.score_exact.clone(),
            mandatory: result.mandatory,
            compliance: result.compliance,
            not_under_7_4: result.not_under_7_4,
        }
    }
}
