//! `ciieval lint`.

use clap::Args;
use std::path::PathBuf;

const LINT_AFTER: &str = "\
Problems and notes are printed with file and line. A note says what looks wrong and is explained.

Exit codes:
  0  there are no problems
  1  there is at least one
  2  the pack cannot be read";

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
