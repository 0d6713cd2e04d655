//! `ciieval schema`.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// What the schema describes
    #[arg(default_value = "dossier", value_name = "WHAT")]
    pub what: SchemaOf,
    /// With the vocabularies of the pack in this folder too; may be repeated
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
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
