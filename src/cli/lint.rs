//! `ciieval lint`.

use clap::Args;
use std::path::PathBuf;

const LINT_AFTER: &str = "\
Examples:
  ciieval lint                              the built-in pack
  ciieval lint our-rules/                   the pack in that folder, over the built-in one
  ciieval lint our-rules/ --cases cases/    with clauses that no case shows to count or to fail
  ciieval lint other/ --no-builtin          a pack that stands alone

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
    /// The pack stands alone, without the built-in one
    #[arg(long, requires = "dir")]
    pub no_builtin: bool,
    /// Folder of cases, to find the clauses that none of them shows to be satisfied or to fail; for rules
    /// without other problems
    #[arg(long, value_name = "DIR")]
    pub cases: Option<PathBuf>,
}
