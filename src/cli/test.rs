//! `ciieval test`.

use clap::{Args, ValueEnum};
use regex::Regex;
use std::path::PathBuf;
use std::time::Duration;

use super::values::{seconds, target};
use crate::rego_test::Percent;

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

/// Arguments of `test`.
#[derive(Debug, Args)]
#[command(after_help = TEST_EXAMPLES)]
pub struct TestArgs {
    /// Folder of a pack, laid over the built-in one
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// The pack stands alone, without the built-in one
    #[arg(long, requires = "dir")]
    pub no_builtin: bool,
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

fn regex(text: &str) -> Result<Regex, String> {
    Regex::new(text).map_err(|error| match error {
        regex::Error::Syntax(message) => message,
        other => other.to_string(),
    })
}
