//! What came of working a report out again.

use serde::Serialize;
use serde_json::Value;

use crate::report::ErrorReport;
use crate::signature::Signed;

/// Name and version of the contract.
pub const SCHEMA: &str = "ciieval/verification/v1";

/// Everything that was found out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verification {
    /// Name and version of the contract.
    pub schema: &'static str,
    /// The report, by its path.
    pub report: String,
    /// SHA-256 of the report.
    pub sha256: String,
    /// What it comes to.
    pub verdict: Verdict,
    /// Whose signature it has, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// The dossiers of the report that were evaluated again.
    pub dossiers: Vec<Taken>,
    /// Where the report is not what was worked out.
    pub differences: Vec<Difference>,
    /// Dossiers of the report for which there is none with that digest or path.
    pub missing: Vec<String>,
    /// What could not be evaluated although the report says that it was.
    pub not_evaluated: Vec<ErrorReport>,
    /// Dossiers that were given and that the report says nothing about.
    pub not_in_report: Vec<String>,
}

/// What it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The report follows from the evidence.
    Follows,
    /// It does not.
    DoesNotFollow,
    /// Evidence is missing or cannot be evaluated; nothing else is different.
    NotEvaluated,
    /// Only the signature was asked for, and it is right.
    Signed,
}

/// A dossier of the report that was evaluated again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// Where the report says it lies.
    pub path: String,
    /// Where it lies now.
    pub found: String,
    /// Its digest now.
    pub sha256: String,
}

/// Something that is different.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// What kind of thing.
    pub kind: Kind,
    /// Where in the report: a JSON pointer, behind `line N` in NDJSON.
    pub at: String,
    /// The dossier, by its path in the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dossier: Option<String>,
    /// The class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// The clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// The key; of packs their id.
    pub key: String,
    /// What the report says; left out where it says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported: Option<Value>,
    /// What was worked out; left out where there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluated: Option<Value>,
}

/// What is different, which decides what can be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The program.
    Tool,
    /// The packs.
    Pack,
    /// The scheme.
    Scheme,
    /// What else stands at the head of the report.
    Options,
    /// The dossier is another one.
    Dossier,
    /// What is said of attachments, of which the report has no digests of its own.
    Attachments,
    /// What is said of a dossier.
    Result,
    /// What is said not to be evaluated.
    Error,
    /// The content is the same and written in another way.
    Writing,
}

impl Verification {
    /// Nothing but a signature, or nothing yet.
    #[must_use]
    pub fn new(report: &str, sha256: &str, signature: Option<Signed>) -> Self {
        Self {
            schema: SCHEMA,
            report: report.to_owned(),
            sha256: sha256.to_owned(),
            verdict: Verdict::Signed,
            signature,
            dossiers: Vec::new(),
            differences: Vec::new(),
            missing: Vec::new(),
            not_evaluated: Vec::new(),
            not_in_report: Vec::new(),
        }
    }

    /// The same with what it comes to: what is certainly different weighs more than what could not be seen.
    #[must_use]
    pub fn judged(self) -> Self {
        let verdict = if !self.differences.is_empty() {
            Verdict::DoesNotFollow
        } else if !(self.missing.is_empty() && self.not_evaluated.is_empty()) {
            Verdict::NotEvaluated
        } else {
            Verdict::Follows
        };
        Self { verdict, ..self }
    }
}
