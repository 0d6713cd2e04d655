//! `ciieval init pack`.

use std::io::Write;

use super::super::{Exit, Failure, unless_closed};
use crate::cli::InitPackArgs;
use crate::pack::Pack;
use crate::report::text::safe::safe;
use crate::scaffold;

pub fn run(args: &InitPackArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let below = Pack::open(&[])?.catalogue;
    let written = scaffold::pack(&below, &args.dir, args.name.as_deref());
    let name = written.map_err(|error| Failure::new(&error.to_string()))?;
    let folder = safe(&args.dir.display().to_string());
    let next = format!(
        "{folder} has the pack `own/{name}` with class `{name}`, one clause and its tests. Next:\n  \
         ciieval test {folder}\n  ciieval lint {folder}\n  ciieval check DOSSIER --policies {folder} --class {name}\n"
    );
    unless_closed(out.write_all(next.as_bytes()).and_then(|()| out.flush()))?;
    Ok(Exit::Pass)
}
