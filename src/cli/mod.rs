//! The command line: what can be asked for, with the help that explains it. A file for each command.

mod catalog;
mod check;
mod explain;
mod init;
mod lint;
mod schema;
mod test;
mod values;

use clap::{Parser, Subcommand};

pub use catalog::{CatalogArgs, CatalogFormat};
pub use check::{CheckArgs, Format};
pub use explain::{ExplainArgs, ExplainFormat};
pub use init::{InitArgs, InitDossierArgs};
pub use lint::LintArgs;
pub use schema::{SchemaArgs, SchemaOf};
pub use test::{TestArgs, TestFormat};
pub use values::Lang;

/// Evaluates security service providers against the capability requirements for security services
/// of critical information infrastructure.
#[derive(Debug, Parser)]
#[command(name = "ciieval", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Evaluate dossiers
    Check(CheckArgs),
    /// Begin a dossier: a skeleton for the classes asked for
    Init(InitArgs),
    /// Explain a clause: what it asks for, its rule, what satisfies it, and what a dossier lacks for it
    Explain(ExplainArgs),
    /// List the clauses
    Catalog(CatalogArgs),
    /// Print a JSON Schema
    Schema(SchemaArgs),
    /// Find mistakes in a pack that engines accept in silence
    Lint(LintArgs),
    /// Run the Rego tests of packs
    Test(TestArgs),
}
