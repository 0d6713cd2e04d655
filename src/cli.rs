//! The command line: what can be asked for, with the help that explains it.

use bytesize::ByteSize;
use clap::{Args, Parser, Subcommand, ValueEnum};
use regex::Regex;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use crate::dossier::{Glob, StdinFormat};
use crate::rego_test::Percent;
use crate::text::Language;

const SEARCH: &str = "Which dossiers";
const REPORTS: &str = "Reports";

const EXAMPLES: &str = "\
Examples:
  ciieval check dossiers/                      evaluate every dossier below a folder
  ciieval check a.yaml --class consulting      one class, whatever the dossier applies for
  ciieval check a.yaml --all --lang en         satisfied clauses too, in English
  ciieval check dossiers/ -o json=report.json  a report for other programs
  ciieval check dossiers/ -o html=report.html  a report to read, filter and print
  ciieval check dossiers/ -o xlsx=report.xlsx  a workbook to sort, filter and assign what is to mend
  ciieval check a.yaml -o docx=report.docx     the evaluation report, to write on and to sign
  ciieval check dossiers/ --format json -o text=report.txt
  ciieval check dossiers/ --format github -o junit=clauses.xml -o sarif=clauses.sarif
                                               for build servers (docs/ci.md)
  ciieval check a.yaml --policies our-rules/   with a pack of one's own over the standard's
  ciieval check dossiers/ --cache .ciieval --summary --format text -o json=report.json
                                               again and again, working out only what has changed
  ciieval check dossiers/ --include '2026-*' --exclude drafts/
  producer | ciieval check - --format ndjson | consumer
                                               a dossier on each line in, a result on each line out

Patterns:
  `*` and `?` stand for characters of one name, `**` for folders, `{a,b}` for either. Without a `/`
  they are about names anywhere below a PATH, with one about the path from there. What is named as
  a PATH itself is always taken, and a folder dossier is taken or left as a whole.

Exit codes:
  0    every evaluation passes; classes that another standard evaluates have no part in it
  1    at least one evaluation fails or is undetermined
  2    the command or the pack is wrong and nothing was evaluated, or a report cannot be written
  3    a dossier could not be evaluated, or the rule of a clause failed; the rest is in the report
  130  interrupted; what was finished is in the report, which says that it is partial";

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
#[allow(clippy::struct_excessive_bools)] // flags of a command line
pub struct CheckArgs {
    /// Dossiers: files, folders with a `dossier.yaml`, folders of these, `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Evaluate this class instead of those that the dossiers apply for; may be repeated. Where people
    /// count (7.4) is still decided by the classes applied for
    #[arg(long, value_name = "CLASS")]
    pub class: Vec<String>,
    /// Lay the pack in this folder over the built-in one; may be repeated
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
    /// Stop the evaluation of a dossier after this time
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    pub timeout: Duration,
    /// Threads that evaluate [default: one for each core]
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Keep results in this folder, and take those of unchanged dossiers from there
    #[arg(long, value_name = "DIR")]
    pub cache: Option<PathBuf>,
    /// How much the cache may hold; results used longest ago go first
    #[arg(long, value_name = "SIZE", default_value = "1GiB", requires = "cache")]
    pub cache_size: ByteSize,
    /// Write to stderr what phases, packages and rules take; it evaluates everything twice
    #[arg(long, conflicts_with_all = ["cache", "quiet"])]
    pub profile: bool,

    /// Take only what this pattern matches below folders; may be repeated
    #[arg(long, value_name = "GLOB", value_parser = Glob::new, help_heading = SEARCH)]
    pub include: Vec<Glob>,
    /// Leave out files and folders that this pattern matches; may be repeated
    #[arg(long, value_name = "GLOB", value_parser = Glob::new, help_heading = SEARCH)]
    pub exclude: Vec<Glob>,
    /// Look at hidden files and folders too
    #[arg(long, help_heading = SEARCH)]
    pub hidden: bool,
    /// Follow symbolic links below folders
    #[arg(long, help_heading = SEARCH)]
    pub follow_links: bool,
    /// What standard input holds [default: told by its first lines]
    #[arg(long, value_name = "FORMAT", help_heading = SEARCH)]
    pub stdin_format: Option<StdinFormat>,
    /// List files that are passed over as no dossiers here, with the reasons
    #[arg(long, value_name = "FILE", help_heading = SEARCH)]
    pub passed_over: Option<PathBuf>,

    /// Write this format to stdout [default: text, or nothing where -o is given]
    #[arg(long, value_name = "FORMAT", help_heading = REPORTS)]
    pub format: Option<Format>,
    /// Write a format to a file, `-` for stdout; may be repeated
    #[arg(short, long, value_name = "FORMAT=FILE", value_parser = target::<Format>, help_heading = REPORTS)]
    pub output: Vec<(Format, PathBuf)>,
    /// Language of reports for people, and in which the HTML report opens [default: that of the locale]
    #[arg(long, value_name = "LANG", help_heading = REPORTS)]
    pub lang: Option<Lang>,
    /// Lay out the docx report as this Word document, which has expressions such as `{{ provider.name }}`
    #[arg(long, value_name = "FILE", help_heading = REPORTS)]
    pub template: Option<PathBuf>,
    /// Show satisfied clauses with their checks too, in text and as passes in SARIF
    #[arg(long, help_heading = REPORTS)]
    pub all: bool,
    /// Show nothing but the summary, in text
    #[arg(long, help_heading = REPORTS, conflicts_with = "all")]
    pub summary: bool,
    /// Say nothing on stderr unless the run fails: no progress, no notes, no messages about dossiers
    #[arg(short, long, help_heading = REPORTS)]
    pub quiet: bool,
}

/// Arguments of `lint`.
#[derive(Debug, Args)]
#[command(after_help = LINT_AFTER)]
pub struct LintArgs {
    /// Folder of a pack, laid over the built-in one
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Folder of cases, to find the clauses that none of them shows to be satisfied or to fail; for rules
    /// without other problems
    #[arg(long, value_name = "DIR")]
    pub cases: Option<PathBuf>,
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
    /// For pipelines: a result on each line, as soon as it is there
    Ndjson,
    /// For people, in a browser and on paper: one file that needs nothing else
    Html,
    /// The evaluation report as a Word document, to write on and to sign
    Docx,
    /// For spreadsheets: an Excel workbook to sort, filter and print
    Xlsx,
    /// For spreadsheets and databases: a clause on each line
    Csv,
    /// For build servers: a test suite for each class of a dossier, a case for each clause
    Junit,
    /// For code scanning and editors: what falls short, where in the files (SARIF 2.1.0)
    Sarif,
    /// For GitHub Actions: annotations at the lines of the files
    Github,
    /// For comments on merge requests: short, with what falls short folded
    Markdown,
}

impl Format {
    /// Whether it is something else than text, which a terminal cannot show.
    #[must_use]
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Docx | Self::Xlsx)
    }
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
    /// A line of the NDJSON report
    Result,
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
