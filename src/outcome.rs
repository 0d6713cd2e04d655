//! What a clause rule yields: a status and the checks it rests on. The shapes are those of
//! `policies/lib/checks.rego` and `policies/lib/outcomes.rego`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The status of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Every deciding check is met.
    Satisfied,
    /// Something was found that falls short.
    NotSatisfied,
    /// The clause's condition does not arise; counts as satisfied.
    NotApplicable,
    /// The evidence is silent. Never a pass.
    NoEvidence,
    /// The rule failed at run time; set by the host only.
    Error,
}

impl Status {
    /// Whether the clause counts as satisfied in tallies and scores.
    #[must_use]
    pub fn counts(self) -> bool {
        matches!(self, Self::Satisfied | Self::NotApplicable)
    }
}

/// One comparison inside a clause.
#[allow(clippy::struct_excessive_bools)] // the shape that rules yield
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a check with `fact`, `path`, `op`, `actual`, `expected` and `ok`"
)]
pub struct Check {
    /// Key of the pack's label files; after a slash the vocabulary value it is about.
    pub fact: String,
    /// Where in the dossier the fact stands, as `documents[3].approved_on` or a register's name.
    pub path: String,
    /// The comparison: `>=`, `<=`, `==`, `in`, `covers`, `none`, `present`, `all` or `absent`.
    pub op: String,
    /// What was found; `null` where nothing was.
    pub actual: Value,
    /// What is asked for.
    pub expected: Value,
    /// Whether what was found is enough.
    pub ok: bool,
    /// The check is not ok for want of evidence.
    #[serde(default, skip_serializing_if = "is_false")]
    pub missing: bool,
    /// The check is shown and decides nothing.
    #[serde(default, skip_serializing_if = "is_false")]
    pub information: bool,
    /// An assessor's finding may settle the check.
    #[serde(default, skip_serializing_if = "is_false")]
    pub judgement: bool,
    /// Ids of the entries that were counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Value>,
    /// Ids of the entries that fall short.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failing: Vec<Value>,
    /// Ids of the entries about which the evidence says nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<Value>,
    /// What a `covers` check asked for and did not find.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacking: Vec<Value>,
    /// Ids of the entries claimed to be equivalent, which an assessor may accept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claimed: Vec<Value>,
}

/// A clause's status with its checks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an outcome with `status` and `checks`"
)]
pub struct Outcome {
    /// The status the checks amount to.
    pub status: Status,
    /// The checks, in the order of the rule.
    pub checks: Vec<Check>,
    /// Why the host set `Status::Error`, or why there are no checks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// What a check comes to for its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckResult {
    /// It is shown and decides nothing.
    Information,
    /// What was found is enough.
    Met,
    /// The evidence is silent.
    NoEvidence,
    /// What was found is not enough.
    NotMet,
}

impl Check {
    /// What it comes to.
    #[must_use]
    pub fn result(&self) -> CheckResult {
        match self {
            Self {
                information: true, ..
            } => CheckResult::Information,
            Self { ok: true, .. } => CheckResult::Met,
            Self { missing: true, .. } => CheckResult::NoEvidence,
            _ => CheckResult::NotMet,
        }
    }

    /// Whether an assessor may settle it, in a clause that needs judgement or one that does not.
    #[must_use]
    pub fn may_be_settled(&self, judgement_clause: bool) -> bool {
        !self.ok && self.judgement && judgement_clause
    }

    /// Whether the clause falls short by it.
    #[must_use]
    pub fn falls_short(&self) -> bool {
        !(self.ok || self.information)
    }
}

impl Outcome {
    /// Whether every check that decides is met, as a clause that counts must have it.
    #[must_use]
    pub fn is_borne_out(&self) -> bool {
        !self.checks.iter().any(Check::falls_short)
    }

    /// The outcome of a rule that gave no value.
    #[must_use]
    pub fn undefined() -> Self {
        Self {
            status: Status::NoEvidence,
            checks: Vec::new(),
            message: Some("the rule gave no value".to_owned()),
        }
    }

    /// The outcome of a rule that failed at run time.
    #[must_use]
    pub fn error(message: String) -> Self {
        Self {
            status: Status::Error,
            checks: Vec::new(),
            message: Some(message),
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // the signature serde asks for
fn is_false(value: &bool) -> bool {
    !value
}
