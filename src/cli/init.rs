//! `ciieval init`.

use clap::Args;
use std::path::PathBuf;

use super::values::Lang;

const EXAMPLES: &str = "\
Examples:
  ciieval init --class consulting --provider 某公司 --date 2026-06-30 -o provider.yaml
  ciieval init --class training --class response --provider 某公司 --date 2026-06-30 --folder provider

The file is a valid dossier and shows nothing yet: `ciieval check` fails it. docs/provider.md leads on.
What is there already is never written over. Exit code 2: the command is wrong, or a file is there.";

/// Arguments of `init`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct InitArgs {
    /// A skeleton of a dossier.
    #[command(flatten)]
    pub dossier: InitDossierArgs,
}

/// Arguments of `init` for a dossier.
#[derive(Debug, Args)]
pub struct InitDossierArgs {
    /// A class that the provider applies for; may be repeated
    #[arg(long, value_name = "CLASS")]
    pub class: Vec<String>,
    /// Registered name of the provider
    #[arg(long, value_name = "NAME")]
    pub provider: Option<String>,
    /// The reference date, from which every duration is computed
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Write one file [default: to stdout]
    #[arg(short, long, value_name = "FILE", conflicts_with = "folder")]
    pub output: Option<PathBuf>,
    /// Write a folder with a file for each part
    #[arg(long, value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Lay the pack in this folder over the built-in one; may be repeated
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
    /// Language of the comments [default: that of the locale]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
}
