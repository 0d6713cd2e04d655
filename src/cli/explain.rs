//! `ciieval explain`.

use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::time::Duration;

use super::limits::LimitArgs;
use super::values::{Lang, TIME, seconds, target};

const EXAMPLES: &str = "\
Examples:
  ciieval explain 8.1.d                       what it asks for, its rule, evidence that satisfies it
  ciieval explain 8.1d provider.yaml          and what the dossier has and lacks for it
  ciieval explain 9.1.1.b provider/ --lang en
  ciieval explain 6.2.b --policies our-rules/ as the pack in that folder decides it
  ciieval explain 8.1.d --format json         for programs (docs/provider.md)

Exit codes:
  0  the clause is explained, whatever its outcome in the dossier
  2  there is no such clause, or the command or the pack is wrong
  3  the dossier could not be evaluated";

/// Arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ExplainArgs {
    /// The clause, as `8.1.d`; `8.1d` and `8.1 d` will do
    pub clause: String,
    /// A dossier, to show what it has and lacks for the clause
    pub path: Option<PathBuf>,
    /// Lay the pack in this folder over the built-in one; may be repeated
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
    /// Write this format to stdout [default: text, or nothing where -o is given]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<ExplainFormat>,
    /// Write a format to a file, `-` for stdout; may be repeated
    #[arg(short, long, value_name = "FORMAT=FILE", value_parser = target::<ExplainFormat>)]
    pub output: Vec<(ExplainFormat, PathBuf)>,
    /// Language of text [default: that of the locale]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// Stop the evaluation of the dossier after this time
    #[arg(long, value_name = "SECONDS", default_value = TIME, value_parser = seconds)]
    pub timeout: Duration,
    /// Limits on the dossier
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// A format of explanations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// For people
    Text,
    /// For programs, in both languages
    Json,
}
