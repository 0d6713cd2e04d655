//! The commands: one file each, with a function from arguments to an exit code. They write results
//! to `out` and messages to `err`, and print nothing themselves.

mod catalog;
mod check;
mod convert;
mod explain;
mod init;
mod lint;
mod places;
pub mod schema;
mod shell;
mod sign;
mod test;
mod verify;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::attachments::Attachments;
use crate::cli::{Cli, Command};
use crate::dossier::Problem;
use crate::interrupt;
use crate::pack::{Pack, PackError};
use crate::report::text::safe::safe;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything passes.
    Pass,
    /// Something fails.
    Fail,
    /// The command or the pack is wrong and nothing was evaluated, or a report cannot be written.
    Wrong,
    /// Something could not be evaluated.
    Incomplete,
    /// Somebody stopped it.
    Interrupted,
}

impl Exit {
    /// The exit code.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Pass => 0,
            Self::Fail => 1,
            Self::Wrong => 2,
            Self::Incomplete => 3,
            Self::Interrupted => interrupt::EXIT_CODE,
        }
    }
}

/// Why a command stopped, in lines for people; the exit code is 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(pub Vec<String>);

impl Failure {
    fn new(message: &str) -> Self {
        Self(vec![format!("error: {message}")])
    }
}

impl From<Vec<PackError>> for Failure {
    fn from(errors: Vec<PackError>) -> Self {
        Self(errors.iter().map(ToString::to_string).collect())
    }
}

impl From<Vec<Problem>> for Failure {
    fn from(problems: Vec<Problem>) -> Self {
        Self(problems.iter().map(ToString::to_string).collect())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::new(&format!("the output cannot be written: {error}"))
    }
}

/// Where results go.
pub struct Out<'a> {
    /// The stream.
    pub stream: &'a mut dyn Write,
    /// Whether it takes colours.
    pub styled: bool,
}

/// Runs the command line. Messages of failures are written to `err`.
pub fn run(cli: &Cli, out: &mut Out, err: &mut dyn Write) -> Exit {
    let result = match &cli.command {
        Command::Check(args) => check::run(args, out, err),
        Command::Verify(args) => verify::run(args, out, err),
        Command::Sign(args) => sign::sign(args),
        Command::Keygen(args) => sign::keygen(args, out.stream),
        Command::Init(args) => init::run(args, out.stream),
        Command::Convert(args) => convert::run(args, err),
        Command::Explain(args) => explain::run(args, out, err),
        Command::Catalog(args) => catalog::run(args, out),
        Command::Schema(args) => schema::run(args, out.stream),
        Command::Lint(args) => lint::run(args, out.stream),
        Command::Test(args) => test::run(args, out.stream),
        Command::Completions(args) => shell::completions(args, out.stream),
        Command::Man(args) => shell::man(args, out.stream),
    };
    result.unwrap_or_else(|Failure(lines)| {
        for line in lines {
            // Nowhere is left to say that stderr is closed.
            let _ = writeln!(err, "{}", safe(&line));
        }
        Exit::Wrong
    })
}

/// The packs in folders, over the built-in one or alone.
fn open(folders: &[PathBuf], alone: bool) -> Result<Pack, Failure> {
    Ok(if alone {
        Pack::alone(folders)?
    } else {
        Pack::open(folders)?
    })
}

/// The attachments in a folder; `own` are files of this run, which are none.
fn open_attachments(folder: &Path, own: Vec<PathBuf>) -> Result<Attachments, Failure> {
    Attachments::open(folder, own).map_err(|error| {
        let folder = folder.display();
        Failure::new(&format!(
            "no attachments can be read in `{folder}`: {error}; `--attachments` takes the folder where they are"
        ))
    })
}

/// Whoever read the results has seen enough: no error of this program.
fn unless_closed(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
