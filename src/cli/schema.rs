//! `ciieval schema`.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  ciieval schema > dossier.schema.json      what a dossier holds
  ciieval schema scheme                     what an assessment plan says
  ciieval schema report                     the JSON report
  ciieval schema --policies our-rules/      with words that a pack adds

Editors check and complete a YAML file whose first line names the schema:
  # yaml-language-server: $schema=dossier.schema.json";

/// Arguments of `schema`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct SchemaArgs {
    /// What the schema describes
    #[arg(default_value = "dossier", value_name = "WHAT")]
    pub what: SchemaOf,
    /// With the vocabularies of the pack in this folder too; may be repeated
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
    /// Leave the built-in pack out
    #[arg(long, requires = "policies")]
    pub no_builtin: bool,
}

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The evidence of a provider
    Dossier,
    /// The assessment plan
    Scheme,
    /// The JSON report
    Report,
    /// A line of the NDJSON report
    Result,
    /// The JSON results of tests
    Test,
}
