//! `ciieval init`.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

use super::values::Lang;

const EXAMPLES: &str = "\
Examples:
  ciieval init --format xlsx -o dossier.xlsx                    an Excel workbook to fill in
  ciieval init --format xlsx --class consulting -o dossier.xlsx --lang en

Exit codes:
  0  it is written
  2  the command is wrong, or the file cannot be written";

/// Arguments of `init`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct InitArgs {
    /// What a dossier is made with.
    #[command(flatten)]
    pub dossier: InitDossierArgs,
}

/// Arguments of `init` for a dossier.
#[derive(Debug, Args)]
pub struct InitDossierArgs {
    /// A service class that is applied for; may be repeated
    #[arg(long, value_name = "CLASS")]
    pub class: Vec<String>,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What to write
    #[arg(long, value_name = "FORMAT")]
    pub format: InitFormat,
    /// Language of what explains the dossier [default: that of the locale]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
    /// With the vocabularies of the pack in this folder too; may be repeated
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
}

/// A format of empty dossiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InitFormat {
    /// An Excel workbook: a form, and a sheet for each list
    Xlsx,
}
