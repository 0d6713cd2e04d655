//! `ciieval init`: what people fill in, to begin with.

mod dossier;
mod pack;
mod scheme;

use std::io::{self, Write};
use std::path::Path;

use super::{Exit, Failure, unless_closed};
use crate::cli::{InitArgs, InitWhat};
use crate::interrupt::{self, Drafts};
use crate::pipeline::sink;

pub(super) fn run(args: &InitArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    match &args.what {
        None => dossier::run(&args.dossier, out),
        Some(InitWhat::Scheme(args)) => scheme::run(args, out),
        Some(InitWhat::Pack(args)) => pack::run(args, out),
    }
}

/// Writes to a new file, or to `out`: what somebody has filled in is never overwritten.
fn write(output: Option<&Path>, bytes: &[u8], out: &mut dyn Write) -> Result<Exit, Failure> {
    match output {
        None => unless_closed(out.write_all(bytes).and_then(|()| out.flush()))?,
        Some(path) => {
            let shown = path.display();
            let drafts = Drafts::default();
            interrupt::end_at_once(&drafts);
            let written = sink::create(path, bytes, &drafts);
            written.map_err(|error| {
                Failure::new(&match error.kind() {
                    io::ErrorKind::AlreadyExists => format!(
                        "`{shown}` is there already and is left as it is: name another file"
                    ),
                    _ => format!("`{shown}` cannot be written: {error}"),
                })
            })?;
        }
    }
    Ok(Exit::Pass)
}
