//! The command line: what can be asked for, with the help that explains it. A file for each command.

mod catalog;
mod check;
mod convert;
mod explain;
mod init;
mod limits;
mod lint;
mod schema;
mod shell;
mod test;
mod values;
mod verify;

use clap::{Parser, Subcommand};

pub use catalog::{CatalogArgs, CatalogFormat};
pub use check::{CheckArgs, Format};
pub use convert::ConvertArgs;
pub use explain::{ExplainArgs, ExplainFormat};
pub use init::{InitArgs, InitDossierArgs, InitFormat, InitPackArgs, InitSchemeArgs, InitWhat};
pub use limits::LimitArgs;
pub use lint::LintArgs;
pub use schema::{SchemaArgs, SchemaOf};
pub use shell::{CompletionsArgs, ManArgs};
pub use test::{TestArgs, TestFormat};
pub use values::Lang;
pub use verify::{KeygenArgs, SignArgs, VerifyArgs, VerifyFormat};

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
    /// Say whether a report follows from the evidence, and whether it is signed
    Verify(VerifyArgs),
    /// Sign a report
    Sign(SignArgs),
    /// Make keys to sign and to check with
    Keygen(KeygenArgs),
    /// Begin a dossier, an assessment plan or a pack of rules
    Init(InitArgs),
    /// Turn a dossier into a workbook, YAML or JSON
    Convert(ConvertArgs),
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
    /// Print what makes a shell complete this command line
    Completions(CompletionsArgs),
    /// Print manual pages
    Man(ManArgs),
}
