//! The command line: what can be asked for, with the help that explains it.

use clap::{Args, Parser, Subcommand, ValueEnum};
use regex::Regex;
use std::path::PathBuf;
use std::time::Duration;

use crate::rego_test::Percent;
use crate::text::Language;

const EXAMPLES: &str = "\
Examples:
  ciieval check dossiers/                      evaluate every dossier below a folder
  ciieval check a.yaml --class consulting      one class, whatever the dossier applies for
  ciieval check a.yaml --all --lang en         satisfied clauses too, in English
  ciieval check dossiers/ -o json=report.json  a report for other programs
  ciieval check dossiers/ -o html=report.html  a report to read, filter and print
  ciieval check dossiers/ --format json -o text=report.txt
  ciieval check a.yaml --policies our-rules/   with a pack of one's own over the standard's

Exit codes:
  0  every evaluation passes; classes that another standard evaluates have no part in it
  1  at least one evaluation fails or is undetermined
  2  the command or the pack is wrong, nothing was evaluated
  3  a dossier could not be evaluated, or the rule of a clause failed; the rest is in the report";

const TEST_EXAMPLES: &str = "\
Examples:
  ciieval test                              the tests of the built-in pack
  ciieval test our-rules/                   with those of the pack in that folder
  ciieval test our-rules/ --run '^ours\\.'   only those whose names match
  ciieval test our-rules/ --threshold 95    and at least 95 % of its lines evaluated
  ciieval test --format json -o junit=tests.xml

Exit codes:
  0  every test passes
  1  at least one test fails, or too few lines are evaluated
  2  the command or the pack is wrong, or there is no test to run";

const LINT_AFTER: &str = "\
Problems and notes are printed with file and line. A note says what looks wrong and is explained.

Exit codes:
  0  there are no problems
  1  there is at least one
  2  the pack cannot be read";

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
    /// Print a JSON Schema
    Schema(SchemaArgs),
    /// Find mistakes in a pack that engines accept in silence
    Lint(LintArgs),
    /// Run the Rego tests of packs
    Test(TestArgs),
}

/// Arguments of `check`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct CheckArgs {
    /// Dossiers: files, folders with a `dossier.yaml`, or folders of these
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Evaluate this class instead of those that the dossiers apply for; may be repeated. Where people
    /// count (7.4) is still decided by the classes applied for
    #[arg(long, value_name = "CLASS")]
    pub class: Vec<String>,
    /// Lay the pack in this folder over the built-in one; may be repeated
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
    /// Write this format to stdout [default: text, or nothing where -o is given]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Write a format to a file, `-` for stdout; may be repeated
    #[arg(short, long, value_name = "FORMAT=FILE", value_parser = target::<Format>)]
    pub output: Vec<(Format, PathBuf)>,
    /// Language of the text report, and in which the HTML report opens [default: that of the locale]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// Show satisfied clauses with their checks too
    #[arg(long)]
    pub all: bool,
    /// Stop the evaluation of a dossier after this time
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    pub timeout: Duration,
}

/// Arguments of `lint`.
#[derive(Debug, Args)]
#[command(after_help = LINT_AFTER)]
pub struct LintArgs {
    /// Folder of a pack, laid over the built-in one
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

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

/// Arguments of `test`.
#[derive(Debug, Args)]
#[command(after_help = TEST_EXAMPLES)]
pub struct TestArgs {
    /// Folder of a pack, laid over the built-in one
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Run only tests whose names match, such as `^ours\.capital_test\.test_no`
    #[arg(short, long, value_name = "REGEX", value_parser = regex)]
    pub run: Option<Regex>,
    /// Say which lines and clause rules of the pack no test evaluates
    #[arg(short, long)]
    pub coverage: bool,
    /// Fail where tests evaluate a smaller share of lines; shows the coverage too
    #[arg(long, value_name = "PERCENT", value_parser = Percent::parse)]
    pub threshold: Option<Percent>,
    /// List tests that pass and files that are covered too
    #[arg(short, long)]
    pub verbose: bool,
    /// Write this format to stdout [default: text, or nothing where -o is given]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<TestFormat>,
    /// Write a format to a file, `-` for stdout; may be repeated
    #[arg(short, long, value_name = "FORMAT=FILE", value_parser = target::<TestFormat>)]
    pub output: Vec<(TestFormat, PathBuf)>,
    /// Stop a test after this time
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    pub timeout: Duration,
}

/// A report format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// For people, in a browser and on paper: one file that needs nothing else
    Html,
}

/// A format of test results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TestFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// For build servers
    Junit,
}

/// A language of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Chinese
    Zh,
    /// English
    En,
}

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The evidence of a provider
    Dossier,
    /// The JSON report
    Report,
    /// The JSON results of tests
    Test,
}

impl Lang {
    /// The language asked for, or that of the locale: Chinese where that is Chinese, else English.
    #[must_use]
    pub fn or_locale(asked: Option<Self>) -> Language {
        let chinese = || {
            sys_locale::get_locale().is_some_and(|locale| locale.to_lowercase().starts_with("zh"))
        };
        if asked.map_or_else(chinese, |lang| lang == Self::Zh) {
            Language::Chinese
        } else {
            Language::English
        }
    }
}

fn target<F: ValueEnum>(text: &str) -> Result<(F, PathBuf), String> {
    let wrong = || "write `FORMAT=FILE`, as in `json=report.json`".to_owned();
    let (format, file) = text
        .split_once('=')
        .filter(|(_, file)| !file.is_empty())
        .ok_or_else(wrong)?;
    let format = F::from_str(format, false).map_err(|_| {
        let known: Vec<String> = F::value_variants().iter().filter_map(named).collect();
        format!(
            "there is no format `{format}`; there is {}",
            known.join(", ")
        )
    })?;
    Ok((format, PathBuf::from(file)))
}

fn named<F: ValueEnum>(format: &F) -> Option<String> {
    Some(format!("`{}`", format.to_possible_value()?.get_name()))
}

fn regex(text: &str) -> Result<Regex, String> {
    Regex::new(text).map_err(|error| match error {
        regex::Error::Syntax(message) => message,
        other => other.to_string(),
    })
}

fn seconds(text: &str) -> Result<Duration, String> {
    let duration = text
        .parse()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    duration
        .filter(|duration| !duration.is_zero())
        .ok_or_else(|| "give a number of seconds above 0".to_owned())
}
