//! `ciieval init`.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

use super::values::Lang;

const EXAMPLES: &str = "\
Examples:
  ciieval init --class consulting --provider 某某公司 --date 2026-06-30 -o dossier.yaml
                                               a dossier to fill in
  ciieval init --class response --class training --folder evidence/ --lang en
  ciieval init --format xlsx --class consulting -o dossier.xlsx
                                               the same as a workbook
  ciieval init scheme -o plan.yaml             an assessment plan to fill in
  ciieval init pack our-rules                  a pack of rules, with a clause and its tests";

/// Arguments of `init`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
pub struct InitArgs {
    /// What else to begin.
    #[command(subcommand)]
    pub what: Option<InitWhat>,
    /// What a dossier begins with.
    #[command(flatten)]
    pub dossier: InitDossierArgs,
}

/// Arguments of `init` for a dossier.
#[derive(Debug, Args)]
pub struct InitDossierArgs {
    /// A class that is applied for; may be repeated
    #[arg(long, value_name = "CLASS")]
    pub class: Vec<String>,
    /// Registered name of the provider
    #[arg(long, value_name = "NAME")]
    pub provider: Option<String>,
    /// Reference date
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "yaml")]
    pub format: InitFormat,
    /// Write to this file, which must not be there [default: stdout]
    #[arg(short, long, value_name = "FILE", conflicts_with = "folder")]
    pub output: Option<PathBuf>,
    /// Write a folder with a file for each part, which must be new or empty
    #[arg(long, value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Language of its comments [default: that of the locale]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// With the classes and words of the pack in this folder too; may be repeated
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
}

/// What a dossier can be begun in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InitFormat {
    /// Text with comments
    Yaml,
    /// An Excel workbook: a form, and a sheet for each list
    Xlsx,
}

/// What can be begun.
#[derive(Debug, Subcommand)]
pub enum InitWhat {
    /// Begin an assessment plan (7.3)
    Scheme(InitSchemeArgs),
    /// Begin a pack of rules
    Pack(InitPackArgs),
}

/// Arguments of `init pack`.
#[derive(Debug, Args)]
pub struct InitPackArgs {
    /// The folder, which must be new or empty
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// What it is called: its packages and its class begin so [default: the name of the folder]
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
}

/// Arguments of `init scheme`.
#[derive(Debug, Args)]
pub struct InitSchemeArgs {
    /// Write to this file, which must not be there [default: stdout]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Language of its comments [default: that of the locale]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
}
