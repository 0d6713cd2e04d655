//! `ciieval completions` and `ciieval man`: what shells and manuals know of the command line.

use clap::CommandFactory;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::{Exit, Failure, unless_closed};
use crate::cli::{Cli, CompletionsArgs, ManArgs};

const PROGRAM: &str = env!("CARGO_PKG_NAME");

pub fn completions(args: &CompletionsArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    // The generator panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), PROGRAM, &mut script);
    unless_closed(out.write_all(&script).and_then(|()| out.flush()))?;
    Ok(Exit::Pass)
}

pub fn man(args: &ManArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    match &args.dir {
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut page)?;
            unless_closed(out.write_all(&page).and_then(|()| out.flush()))?;
        }
        Some(folder) => write_all(folder).map_err(|error| {
            let folder = folder.display();
            Failure::new(&format!("pages cannot be written to `{folder}`: {error}"))
        })?,
    }
    Ok(Exit::Pass)
}

fn write_all(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(Cli::command(), folder)
}
