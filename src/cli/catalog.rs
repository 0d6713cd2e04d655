//! `ciieval catalog`.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

use super::values::{Lang, target};

const EXAMPLES: &str = "\
Examples:
  ciieval catalog                               all clauses
  ciieval catalog --class training --mandatory  the mandatory ones of a class
  ciieval catalog --term 8.2                    those of project management
  ciieval catalog --search CISP                 those that mention it
  ciieval catalog --differs --format markdown   where the standard differs with itself
  ciieval catalog -o csv=clauses.csv -o json=clauses.json

Several filters choose the clauses that meet all of them; one that is repeated, those that meet
either, but for --search. Exit code 2: the command or the pack is wrong, or no clause is left.";

/// Arguments of `catalog`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct CatalogArgs {
    /// Only clauses of this class; may be repeated
    #[arg(long, value_name = "CLASS")]
    pub class: Vec<String>,
    /// Only clauses of this term, by id or number; may be repeated
    #[arg(long, value_name = "TERM")]
    pub term: Vec<String>,
    /// Only mandatory clauses
    #[arg(long)]
    pub mandatory: bool,
    /// Only clauses of which an assessor judges something
    #[arg(long)]
    pub judgement: bool,
    /// Only clauses on which the standard differs with itself
    #[arg(long)]
    pub differs: bool,
    /// Only clauses of which something says this, in either language; may be repeated
    #[arg(long, value_name = "TEXT")]
    pub search: Vec<String>,
    /// Lay the pack in this folder over the built-in one; may be repeated
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
    /// Write this format to stdout [default: text, or nothing where -o is given]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<CatalogFormat>,
    /// Write a format to a file, `-` for stdout; may be repeated
    #[arg(short, long, value_name = "FORMAT=FILE", value_parser = target::<CatalogFormat>)]
    pub output: Vec<(CatalogFormat, PathBuf)>,
    /// Language of texts but for JSON, which has both [default: that of the locale]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
}

/// A format of lists of clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CatalogFormat {
    /// A table for people
    Text,
    /// A table for pages and comments
    Markdown,
    /// For programs, in both languages
    Json,
    /// For spreadsheets
    Csv,
}
