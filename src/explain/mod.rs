//! Everything about one clause: what it asks for, what it is worth, what evidence it reads, the rule that
//! decides it, evidence that satisfies it, and what a dossier lacks for it.

mod dossier;
mod example;
mod find;
mod reduce;
mod rule;
mod text;

use serde::Serialize;
use serde_json::Value;

use crate::catalog::{Of, Row};
use crate::engine::{Engine, parse};
use crate::pack::source::SourceFile;
use crate::pack::{Clause, Pack, PackError};
use crate::reads::Reads;
use crate::schema::Schema;

pub use dossier::{InDossier, Needed, Place, in_dossier};
pub use example::exemplary;
pub use find::find;
pub use rule::{Helper, RuleText};
pub use text::render as text;

/// Name and version of the JSON that explains a clause.
pub const SCHEMA: &str = "ciieval/explain/v1";

/// Everything about one clause.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// Name and version of the contract.
    pub schema: &'static str,
    /// The program and the packs.
    #[serde(flatten)]
    pub of: Of,
    /// What is known of the clause without a dossier.
    pub clause: Row,
    /// The rule that decides it.
    pub rule: RuleText,
    /// A dossier with nothing but what satisfies it; `null` where none was found.
    pub example: Option<Value>,
    /// What a dossier has and lacks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dossier: Option<InDossier>,
}

/// Explains a clause of the pack, without a dossier.
///
/// # Errors
/// Every Rego file that does not parse.
pub fn explain(
    pack: &Pack,
    clause: &Clause,
    engine: &mut Engine,
    schema: &Schema,
) -> Result<Explanation, Vec<PackError>> {
    let reads = Reads::new(pack)?;
    let files: Vec<&SourceFile> = pack.modules.iter().collect();
    let program = parse(&files)?;
    Ok(Explanation {
        schema: SCHEMA,
        of: Of::new(pack),
        clause: Row::new(pack, &reads, clause),
        rule: rule::of(pack, &program, clause),
        example: example::of(clause, &reads, engine, schema),
        dossier: None,
    })
}
