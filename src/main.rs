//! The command line program: parses, dispatches and exits.

use anstream::{AutoStream, ColorChoice};
use ciieval::cli::Cli;
use ciieval::commands::{self, Out};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let styled = AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
    let mut stdout = anstream::stdout().lock();
    let mut out = Out {
        stream: &mut stdout,
        styled,
    };
    let exit = commands::run(&cli, &mut out, &mut std::io::stderr().lock());
    ExitCode::from(exit.code())
}
