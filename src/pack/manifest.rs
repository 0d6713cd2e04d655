//! `pack.yaml`: what belongs to no single clause.

use serde::Deserialize;
use std::collections::BTreeMap;

use crate::text::Text;

/// A pack's manifest.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Identifier of the pack.
    pub id: String,
    /// Version of the pack.
    pub version: String,
    /// Versions that the pack needs, as `>=0.1`: of this program under `ciieval`, of packs under their ids.
    #[serde(default)]
    pub requires: BTreeMap<String, String>,
    /// Name of what it evaluates.
    #[serde(default)]
    pub title: Text,
    /// Edition of the standard.
    #[serde(default)]
    pub edition: Option<Text>,
    /// Least score that passes, included; the built-in pack sets it.
    #[serde(default)]
    pub pass_mark: Option<u32>,
    /// Totals printed in 7.2, by group; `ciieval lint` compares the rules with them.
    #[serde(default)]
    pub printed_totals: BTreeMap<String, Totals>,
    /// Terms this pack brings.
    #[serde(default)]
    pub terms: Vec<Term>,
    /// Terms every class shares.
    #[serde(default)]
    pub common_terms: Vec<String>,
    /// Classes this pack brings.
    #[serde(default)]
    pub classes: Vec<Class>,
    /// What this pack adds to classes of earlier packs.
    #[serde(default)]
    pub extends: Vec<Extension>,
    /// The rule that decides in which classes people count (7.4), as `package.rule`.
    #[serde(default)]
    pub reuse: Option<String>,
    /// Clauses of earlier packs whose rule this pack replaces.
    #[serde(default)]
    pub overrides: Vec<String>,
}

/// A pair of totals as 7.2 prints them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// The part of the standard whose clauses are counted, as `8` or `9.3`.
    pub clause: String,
    /// Clauses (合规项).
    pub clauses: usize,
    /// Mandatory clauses (必要项).
    pub mandatory: usize,
    /// A clause whose annotation says, under `differs`, why the rules have other totals.
    #[serde(default)]
    pub explained_by: Option<String>,
}

/// One weighted summand of an evaluation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Identifier, as `project_management`.
    pub id: String,
    /// Clause of the standard, as `8.2`.
    pub clause: String,
    /// Name.
    pub title: Text,
    /// Weight in per cent.
    pub weight: u32,
    /// Areas whose clauses it counts.
    pub areas: Vec<Area>,
}

/// The clauses of one sub-section: one Rego package.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Identifier within its term.
    pub id: String,
    /// Clause of the standard, as `8.2.3`.
    pub clause: String,
    /// Rego package that decides its clauses.
    pub package: String,
    /// Name.
    pub title: Text,
    /// Number of clauses that Appendix C lists: the fixed denominator.
    pub clauses: usize,
    /// Service item the area is about, if it is about one.
    #[serde(default)]
    pub service: Option<String>,
    /// Codes of GB/T 30283 that Appendix B assigns.
    #[serde(default)]
    pub gbt_30283: Vec<String>,
}

/// A service class.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Identifier, as `consulting`.
    pub id: String,
    /// Clause of the standard, as `9.1`.
    pub clause: String,
    /// Name.
    pub title: Text,
    /// The class's own term; without one the class is not scored here.
    #[serde(default)]
    pub term: Option<String>,
    /// The standard that evaluates the class instead.
    #[serde(default)]
    pub external: Option<External>,
}

/// What a pack adds to a class of an earlier pack: terms of its own, and the weights that terms have
/// then. The weights of the class must still add up to 100.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The class.
    pub class: String,
    /// Terms that it counts too.
    pub terms: Vec<String>,
    /// Weights in per cent of terms in this class, in place of their own.
    #[serde(default)]
    pub weights: BTreeMap<String, u32>,
}

/// A reference to another standard.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct External {
    /// Its number.
    pub standard: String,
}
