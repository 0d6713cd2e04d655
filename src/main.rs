//! The command line program: parses, dispatches and exits.

use anstream::{AutoStream, ColorChoice};
use ciieval::cli::Cli;
use ciieval::commands::{self, Out};
use clap::Parser;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    ciieval::engine::expect_panics();
    let cli = Cli::parse();
    let styled = AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
    // Neither stream is locked: the progress bar and messages of other threads go there too.
    let (mut plain, mut coloured) = (std::io::stdout(), anstream::stdout());
    // Where no colours are wanted none are made: nothing has to be looked for to be taken out.
    let stream: &mut dyn Write = if styled { &mut coloured } else { &mut plain };
    let mut out = Out { stream, styled };
    let exit = commands::run(&cli, &mut out, &mut std::io::stderr());
    ExitCode::from(exit.code())
}
