//! `ciieval check`.

use bytesize::ByteSize;
use clap::{Args, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use super::limits::LimitArgs;
use super::values::{Lang, TIME, seconds, target};
use crate::dossier::{Glob, StdinFormat};
use crate::engine::limits;

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
  ciieval check dossiers/ --scheme plan.yaml   as an assessment plan says (docs/scheme.md)
  ciieval check dossiers/ --attachments scans/ --across
                                               are the attachments there; what do two providers claim
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
    /// Evaluate as this assessment plan says: classes, weights, grade of evidence, experts (7.3)
    #[arg(long, value_name = "FILE")]
    pub scheme: Option<PathBuf>,
    /// Lay the pack in this folder over the built-in one; may be repeated
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
    /// Leave the built-in pack out: those of `--policies` are another standard
    #[arg(long, requires = "policies")]
    pub no_builtin: bool,
    /// Stop the evaluation of a dossier after this time
    #[arg(long, value_name = "SECONDS", default_value = TIME, value_parser = seconds)]
    pub timeout: Duration,
    /// Stop the rules of a dossier when they take more memory than this
    #[arg(long, value_name = "SIZE", default_value_t = ByteSize::b(limits::MEMORY))]
    pub max_memory: ByteSize,
    /// Threads that evaluate [default: one for each core]
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Keep results in this folder, and take those of unchanged dossiers from there
    #[arg(long, value_name = "DIR")]
    pub cache: Option<PathBuf>,
    /// How much the cache may hold; results used longest ago go first
    #[arg(long, value_name = "SIZE", default_value = "1GiB", requires = "cache")]
    pub cache_size: ByteSize,
    /// Verify that the files which dossiers name as attachments are in this folder with the SHA-256 stated;
    /// those of `a.yaml` are in its subfolder `a` if there is one
    #[arg(long, value_name = "DIR", conflicts_with = "cache")]
    pub attachments: Option<PathBuf>,
    /// Report people, certificates, contracts and attachments that two providers claim
    #[arg(long)]
    pub across: bool,
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

    /// Limits on a dossier
    #[command(flatten)]
    pub limits: LimitArgs,
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
