//! `ciieval convert`.

use clap::Args;
use std::path::PathBuf;

use super::limits::LimitArgs;
use super::values::Lang;

const EXAMPLES: &str = "\
Examples:
  ciieval convert dossier.yaml dossier.xlsx      a workbook for people who work in Excel
  ciieval convert dossier.xlsx dossier.yaml      what they filled in, as text
  ciieval convert folder/ dossier.json           a folder dossier in one file
  ciieval convert a.yaml a.xlsx --lang en        a workbook in English; either language is read

Nothing is lost either way: docs/spreadsheets.md says how. The dossier must be valid.

Exit codes:
  0  it is converted
  2  the command is wrong, or the file cannot be written
  3  the dossier cannot be read, or is not valid";

/// Arguments of `convert`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ConvertArgs {
    /// The dossier: a file .yaml, .yml, .json or .xlsx, or a folder with a `dossier.yaml`
    #[arg(value_name = "FROM")]
    pub from: PathBuf,
    /// The file to write; its name ends in .xlsx, .yaml, .yml or .json
    #[arg(value_name = "TO")]
    pub to: PathBuf,
    /// Language of a workbook [default: that of the locale]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
    /// With the vocabularies of the pack in this folder too; may be repeated
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
    /// Limits on the dossier
    #[command(flatten)]
    pub limits: LimitArgs,
}
