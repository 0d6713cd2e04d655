//! The report: what the JSON format publishes and every other format reads.
//!
//! These structs are a contract, described by `schemas/report.schema.json`; they hold copies, so that
//! the rest of the crate can change without changing them. There is no time and no machine in them:
//! the same dossiers and packs give the same bytes. What stands in a dossier's report can be read back,
//! as results that are kept for later runs are.

use serde::{Deserialize, Serialize};

use super::counts::Counts;
pub use super::error::ErrorReport;
use super::external::ExternalReport;
pub use super::options::{LimitsReport, OptionsReport};
use super::overview::OverviewReport;
pub use super::parties::{Assessment, Provider};
use super::remark::{AttachmentsReport, Remark};
use super::reuse::ReuseReport;
use crate::across::Claim;
use crate::finding::{Effect, Judgement, Rejection};
use crate::outcome::{Check, Status};
use crate::pack::Pack;
use crate::scheme::{Deviation, Plan, Scheme};
use crate::score::{DecidedBy, Tally, Verdict};
use crate::text::Text;

/// Name and version of the contract.
pub const SCHEMA: &str = "ciieval/report/v1";

/// Everything one run found out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// What is the same for every dossier.
    #[serde(flatten)]
    pub head: Head,
    /// The dossiers that could be read, in the order of the command line.
    pub dossiers: Vec<DossierReport>,
    /// What could not be evaluated.
    pub errors: Vec<ErrorReport>,
}

/// By what and against what is evaluated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Name and version of the contract.
    pub schema: &'static str,
    /// The program that evaluated.
    pub tool: Tool,
    /// The pack that is evaluated against.
    pub pack: PackReport,
    /// All packs, the one of `pack` first, in the order in which they lie over each other.
    pub packs: Vec<PackReport>,
    /// Least score that passes, included.
    pub pass_mark: u32,
    /// What was asked for.
    pub options: OptionsReport,
    /// The scheme that the evaluations follow, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<SchemeReport>,
}

/// Which scheme the evaluations follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeReport {
    /// SHA-256 of its file.
    pub sha256: String,
    /// What it says.
    pub plan: Plan,
}

/// The program that evaluated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// Which rules it is evaluated against.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PackReport {
    /// Identifier from the manifest.
    pub id: String,
    /// Version from the manifest.
    pub version: String,
    /// SHA-256 over the pack's files.
    pub sha256: String,
}

/// One dossier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DossierReport {
    /// The file or folder, as the user named it.
    pub path: String,
    /// SHA-256 over its contents.
    pub sha256: String,
    /// The day from which every duration and validity is computed.
    pub reference_date: String,
    /// Whom it is about.
    pub provider: Provider,
    /// Who assesses and to what end, where the dossier says it.
    #[serde(default, skip_serializing_if = "Assessment::is_empty")]
    pub assessment: Assessment,
    /// The classes that the dossier applies for, in its order.
    pub applied_for: Vec<String>,
    /// One evaluation per class.
    pub evaluations: Vec<EvaluationReport>,
    /// Classes that other standards evaluate, with the conclusions in the dossier: never scored.
    pub external: Vec<ExternalReport>,
    /// All classes side by side.
    pub overview: OverviewReport,
    /// In which classes people count; `null` where no pack decides it or nothing was evaluated.
    pub reuse: Option<ReuseReport>,
    /// Why the rule that decides on reuse gave nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reuse_error: Option<String>,
    /// Where the dossier contradicts itself and no clause sees it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contradictions: Vec<Remark>,
    /// What became of attachments, where somebody looked at them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachments: Option<AttachmentsReport>,
    /// What the dossier claims for its provider, where dossiers are compared: digests, for no reader.
    #[serde(skip)]
    pub claims: Vec<Claim>,
}

/// One class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EvaluationReport {
    /// Class id.
    pub class: String,
    /// Clause of the class, as `9.1`.
    pub clause: String,
    /// Name of the class.
    pub title: Text,
    /// The result that counts, findings applied.
    #[serde(flatten)]
    pub result: ResultReport,
    /// The result of the rules alone.
    pub without_findings: ResultReport,
    /// The weighted summands.
    pub terms: Vec<TermReport>,
    /// Every clause, in the order of the terms.
    pub clauses: Vec<ClauseReport>,
    /// Where it deviates from the standard.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deviations: Vec<Deviation>,
}

/// Verdict, score and tallies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultReport {
    /// Pass, fail or undetermined.
    pub verdict: Verdict,
    /// What decided; `null` where the verdict is undetermined. Where mandatory clauses decided, the
    /// score is for information only.
    pub decided_by: Option<DecidedBy>,
    /// The score, cut to at most two decimal places.
    pub score: String,
    /// The score as a fraction.
    pub score_exact: String,
    /// Mandatory clauses.
    pub mandatory: Tally,
    /// All clauses.
    pub compliance: Tally,
    /// Whether deviations from the standard give the verdict another meaning than 7.4 does.
    #[serde(default, skip_serializing_if = "is_false")]
    pub not_under_7_4: bool,
}

/// One weighted summand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermReport {
    /// Term id.
    pub id: String,
    /// Clause of the term, as `8.2`.
    pub clause: String,
    /// Name of the term.
    pub title: Text,
    /// Weight in per cent.
    pub weight: u32,
    /// Clauses that count as satisfied.
    pub satisfied: u64,
    /// All clauses.
    pub total: u64,
    /// Its mandatory clauses.
    pub mandatory: Tally,
    /// What it adds to the score, cut to at most two decimal places.
    pub points: String,
}

/// One clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClauseReport {
    /// Clause id.
    pub id: String,
    /// The term it counts in.
    pub term: String,
    /// Name of the clause.
    pub title: Text,
    /// The status that counts, findings applied.
    pub status: Status,
    /// The status the rule gave.
    pub rule_status: Status,
    /// Whether the clause is mandatory.
    pub mandatory: bool,
    /// Whether the clause is marked as needing an assessor's judgement.
    pub judgement: bool,
    /// What the rule compared.
    pub checks: Vec<Check>,
    /// What assessors judged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<FindingReport>,
    /// Why the rule failed or gave no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// A finding and what it did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingReport {
    /// What the assessor judged.
    pub verdict: Judgement,
    /// Who.
    pub assessor: String,
    /// When.
    pub date: String,
    /// Why.
    pub reason: String,
    /// What was looked at.
    pub evidence: Vec<String>,
    /// What it did to the clause.
    pub effect: Effect,
    /// Why it was rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason_not_applied: Option<Rejection>,
}

// `skip_serializing_if` hands over a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl Tool {
    /// This program.
    #[must_use]
    pub fn this() -> Self {
        Self {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

impl Report {
    /// A report without dossiers.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            head: Head::new(pack),
            dossiers: Vec::new(),
            errors: Vec::new(),
        }
    }

    /// What it comes to.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        self.dossiers.iter().for_each(|dossier| counts.add(dossier));
        counts.add_errors(&self.errors);
        counts
    }

    /// Whether something could not be evaluated: a dossier, a class, or a clause whose rule failed.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.counts().is_incomplete()
    }

    /// Whether every evaluation passes. Classes that other standards evaluate have no part in it.
    #[must_use]
    pub fn all_pass(&self) -> bool {
        self.counts().all_pass()
    }
}

impl Head {
    /// This program and the packs, without a scheme.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let packs: Vec<PackReport> = pack.identities.iter().map(PackReport::from).collect();
        Self {
            schema: SCHEMA,
            tool: Tool::this(),
            pack: packs.first().cloned().unwrap_or_default(),
            packs,
            pass_mark: pack.pass_mark,
            options: OptionsReport::default(),
            scheme: None,
        }
    }

    /// The same with what was asked for.
    #[must_use]
    pub fn with(self, options: OptionsReport) -> Self {
        Self { options, ..self }
    }

    /// The same with the scheme that the evaluations follow.
    #[must_use]
    pub fn under(self, scheme: Option<&Scheme>) -> Self {
        Self {
            scheme: scheme.map(SchemeReport::from),
            ..self
        }
    }
}

impl EvaluationReport {
    /// The deviation with that id.
    #[must_use]
    pub fn deviation(&self, id: &str) -> Option<&Deviation> {
        self.deviations.iter().find(|deviation| deviation.id == id)
    }

    /// Whether clauses that do not apply are in neither numerator nor denominator.
    #[must_use]
    pub fn leaves_out(&self) -> bool {
        self.deviation("not_applicable").is_some()
    }
}

impl DossierReport {
    /// Whether a rule failed.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        let mut clauses = self
            .evaluations
            .iter()
            .flat_map(|evaluation| &evaluation.clauses);
        self.reuse_error.is_some() || clauses.any(|clause| clause.rule_status == Status::Error)
    }
}
