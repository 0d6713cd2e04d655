//! The command line program: parses, dispatches and exits.

use anstream::{AutoStream, ColorChoice};
use ciieval::cli::Cli;
use ciieval::commands::{self, Out};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let styled = AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
    // Neither stream is locked: the progress bar and messages of other threads go there too.
    let mut stdout = anstream::stdout();
    let mut out = Out {
        stream: &mut stdout,
        styled,
    };
    let exit = commands::run(&cli, &mut out, &mut std::io::stderr());
    ExitCode::from(exit.code())
}
