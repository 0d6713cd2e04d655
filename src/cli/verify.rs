//! `ciieval verify`, `ciieval sign` and `ciieval keygen`.

use clap::{Args, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;

use super::values::{Lang, target};

const VERIFY: &str = "\
Examples:
  ciieval verify report.json --dossier dossiers/
                                             evaluate again: does the report follow from these dossiers?
  ciieval verify report.json --dossier archive/ --scheme plan.yaml --policies our-rules/
  ciieval verify report.json --dossier a.yaml --public-key evaluator.pub
                                             and did the evaluator sign it?
  ciieval verify report.docx --public-key evaluator.pub
                                             the signature alone, of any file

Dossiers are found by the digests that the report names, wherever they lie now: docs/audit.md.

Exit codes:
  0  the report follows from the evidence, byte for byte; the signature is right
  1  it does not: what is different is listed; or the signature is wrong
  2  the command, a pack or the scheme is wrong, or the file is no whole JSON or NDJSON report
  3  evidence is missing or could not be evaluated";

const SIGN: &str = "\
Examples:
  ciieval sign report.docx --key evaluator.key     writes report.docx.minisig
  ciieval sign report.json --key evaluator.key --comment 'No. 2026-017, issued 2026-07-01'
  ciieval verify report.docx --public-key evaluator.pub
  minisign -Vm report.docx -p evaluator.pub        the same with minisign

The password of the key is asked for, or taken from CIIEVAL_KEY_PASSWORD.

Exit codes:
  0  it is signed
  2  the command or the key is wrong, or a file cannot be read or written";

const KEYGEN: &str = "\
Examples:
  ciieval keygen evaluator            writes evaluator.key, which stays secret, and evaluator.pub, to give away
  ciieval keygen build --no-password  for machines: whoever reads the file can sign

The password is asked for twice, or taken from CIIEVAL_KEY_PASSWORD.

Exit codes:
  0  the keys are written
  2  the command is wrong, or a file is there already or cannot be written";

/// Arguments of `verify`.
#[derive(Debug, Args)]
#[command(after_help = VERIFY)]
pub struct VerifyArgs {
    /// The report: JSON or NDJSON; with `--public-key` alone any file
    #[arg(value_name = "REPORT")]
    pub report: PathBuf,
    /// The dossiers that it is about: files, folders with a `dossier.yaml`, folders of these; may be repeated
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub dossier: Vec<PathBuf>,
    /// The assessment plan that it follows
    #[arg(long, value_name = "FILE", requires = "dossier")]
    pub scheme: Option<PathBuf>,
    /// The pack in this folder lay over the built-in one; may be repeated
    #[arg(long, value_name = "DIR", requires = "dossier")]
    pub policies: Vec<PathBuf>,
    /// The folder of the attachments that the report looked at
    #[arg(long, value_name = "DIR", requires = "dossier")]
    pub attachments: Option<PathBuf>,
    /// Check that the secret key belonging to this public key signed it: a file, or the key itself
    #[arg(long, value_name = "KEY")]
    pub public_key: Option<String>,
    /// The signature [default: the file named as the report, with `.minisig` behind it]
    #[arg(long, value_name = "FILE", requires = "public_key")]
    pub signature: Option<PathBuf>,
    /// Threads that evaluate [default: one for each core]
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Write this format to stdout [default: text, or nothing where -o is given]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<VerifyFormat>,
    /// Write a format to a file, `-` for stdout; may be repeated
    #[arg(short, long, value_name = "FORMAT=FILE", value_parser = target::<VerifyFormat>)]
    pub output: Vec<(VerifyFormat, PathBuf)>,
    /// Language of text [default: that of the locale]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
}

/// A format of what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum VerifyFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Arguments of `sign`.
#[derive(Debug, Args)]
#[command(after_help = SIGN)]
pub struct SignArgs {
    /// The report, in whatever format
    #[arg(value_name = "REPORT")]
    pub report: PathBuf,
    /// The secret key
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// A line that is signed too and shown to whoever checks [default: the name of the file]
    #[arg(long, value_name = "TEXT")]
    pub comment: Option<String>,
    /// Where the signature goes [default: the name of the report with `.minisig` behind it]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Arguments of `keygen`.
#[derive(Debug, Args)]
#[command(after_help = KEYGEN)]
pub struct KeygenArgs {
    /// What the files are called, without `.key` and `.pub`
    #[arg(value_name = "NAME")]
    pub name: PathBuf,
    /// A secret key that anybody who can read its file can sign with
    #[arg(long)]
    pub no_password: bool,
    /// Replace keys that are there: what they signed can then no longer be checked with the new public key
    #[arg(long)]
    pub force: bool,
}
