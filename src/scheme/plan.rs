//! What a scheme says: the shape of `schemas/scheme.yaml`, which reports repeat.

use serde::{Deserialize, Serialize};

use crate::report::parties::AssessmentForm;

/// An assessment plan (7.3). What it does not say is done as the standard says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Plan {
    /// Name and version of the model.
    pub schema: String,
    /// Name of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Number of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Who approved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    /// When, as `2026-03-01`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<String>,
    /// Self-assessment or third party (7.3 e).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<AssessmentForm>,
    /// Purpose of the evaluation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// The reference date that every dossier must have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_date: Option<String>,
    /// First day of the evaluation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub begins_on: Option<String>,
    /// Last day of the evaluation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<String>,
    /// Visits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<Visit>,
    /// Who evaluates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessor: Option<Assessor>,
    /// The experts; where there are some, only their findings can raise a clause.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub experts: Vec<Expert>,
    /// The classes to evaluate, in place of those that dossiers apply for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<String>,
    /// The service items to which classes are restricted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    /// Weights that deviate (7.3 b).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<Weights>,
    /// What becomes of clauses that do not apply.
    pub not_applicable: NotApplicable,
    /// The least grade of evidence that counts.
    pub minimum_evidence: Grade,
    /// What an attachment takes to document an entry.
    #[serde(skip_serializing_if = "is_default")]
    pub attachments: Attached,
    /// What becomes of dossiers that contradict themselves.
    #[serde(skip_serializing_if = "is_default")]
    pub contradictions: Contradictory,
    /// Scope and validity of the result (7.3 g).
    #[serde(skip_serializing_if = "Validity::is_empty")]
    pub validity: Validity,
}

/// A visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// The day.
    pub date: String,
    /// The place.
    pub place: String,
}

/// Who evaluates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessor {
    /// Name.
    pub name: String,
    /// Qualification or authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Contact person and how to reach them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Id of the expert who heads the evaluation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader: Option<String>,
}

/// An expert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expert {
    /// Id within the scheme.
    pub id: String,
    /// Name, as findings give it.
    pub name: String,
    /// Organization and position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// How and for what the expert was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen_for: Option<String>,
}

/// Weights that deviate from the pack's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// The classes they hold for; all where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<String>,
    /// Terms with their weights.
    pub terms: Vec<TermWeight>,
    /// Why they deviate.
    pub reason: String,
}

/// The weight of a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermWeight {
    /// Term id.
    pub term: String,
    /// Weight in per cent.
    pub weight: u32,
}

/// What becomes of clauses that do not apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotApplicable {
    /// They count as satisfied: the denominators are those of Appendix C.
    #[default]
    Counts,
    /// They are in neither numerator nor denominator.
    LeftOut,
}

/// How well evidence is shown, the least first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// The dossier says so.
    #[default]
    Declared,
    /// An attachment is named.
    Documented,
    /// An assessor verified it.
    Verified,
}

/// What an attachment takes to document an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attached {
    /// The dossier names it.
    #[default]
    Named,
    /// The file is there and has the digest that the dossier states.
    Verified,
}

/// What becomes of dossiers that contradict themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contradictory {
    /// The report says so.
    #[default]
    Warning,
    /// They are not evaluated.
    Error,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Scope and validity of the result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Validity {
    /// What the result may be used for.
    #[serde(rename = "use", skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// First day on which the result holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    /// Last day on which the result holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<String>,
    /// When a new evaluation is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conditions: Option<String>,
}

impl Validity {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Plan {
    /// The expert who heads the evaluation, by name.
    #[must_use]
    pub fn leader(&self) -> Option<&str> {
        let id = self.assessor.as_ref()?.leader.as_ref()?;
        let mut experts = self.experts.iter();
        experts
            .find(|expert| expert.id == *id)
            .map(|expert| expert.name.as_str())
    }

    /// Whether whoever made a finding may raise a clause by it.
    #[must_use]
    pub fn lets_raise(&self, assessor: &str) -> bool {
        self.experts.is_empty() || self.experts.iter().any(|expert| expert.name == assessor)
    }

    /// The weights that deviate in a class, with the reasons.
    pub fn weights_of<'p>(&'p self, class: &'p str) -> impl Iterator<Item = &'p Weights> {
        let weights = self.weights.iter();
        weights.filter(move |it| it.classes.is_empty() || it.classes.iter().any(|id| id == class))
    }
}
