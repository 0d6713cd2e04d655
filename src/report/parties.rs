//! Who is evaluated, by whom and to what end: what a dossier says of itself and what reports must have
//! (7.3 e, f). What it does not say is left out.

use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};

use super::model::SchemeReport;

/// Whom a dossier is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provider {
    /// Registered name.
    pub name: String,
    /// Unified social credit code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unified_social_credit_code: Option<String>,
    /// Enterprise, public institution or other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<LegalForm>,
    /// Place of registration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered_in: Option<String>,
    /// Day of its establishment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub established_on: Option<String>,
    /// Registered capital in yuan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered_capital_yuan: Option<Number>,
    /// The day from which it has worked in cybersecurity services.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub security_services_since: Option<String>,
}

/// What a dossier says of the assessment beside day and classes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Self-assessment or third party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<AssessmentForm>,
    /// Its purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Who evaluates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The scheme that it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<SchemeReport>,
}

/// What a provider is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalForm {
    /// An enterprise.
    Enterprise,
    /// A public institution.
    PublicInstitution,
    /// Something else.
    Other,
}

/// Who assesses (7.3 e).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentForm {
    /// The provider itself.
    SelfAssessment,
    /// Somebody else.
    ThirdParty,
}

impl Provider {
    /// What the evidence says; it has been checked against the schema.
    #[must_use]
    pub fn of(evidence: &Value) -> Self {
        let value = |key: &str| evidence.get("provider").and_then(|it| it.get(key));
        let text = |key: &str| value(key).and_then(Value::as_str).map(str::to_owned);
        Self {
            name: text("name").unwrap_or_default(),
            unified_social_credit_code: text("unified_social_credit_code"),
            legal_form: value("legal_form").and_then(read),
            registered_in: text("registered_in"),
            established_on: text("established_on"),
            registered_capital_yuan: value("registered_capital_yuan")
                .and_then(Value::as_number)
                .cloned(),
            security_services_since: text("security_services_since"),
        }
    }
}

impl Assessment {
    /// What the evidence says; it has been checked against the schema.
    #[must_use]
    pub fn of(evidence: &Value) -> Self {
        let value = |key: &str| evidence.get("assessment").and_then(|it| it.get(key));
        let text = |key: &str| value(key).and_then(Value::as_str).map(str::to_owned);
        Self {
            form: value("form").and_then(read),
            purpose: text("purpose"),
            body: text("body"),
            scheme: None,
        }
    }

    /// Whether the dossier says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn read<'v, T: Deserialize<'v>>(value: &'v Value) -> Option<T> {
    T::deserialize(value).ok()
}
