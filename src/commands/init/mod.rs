//! `ciieval init`: something to begin with.

mod dossier;

use std::io::Write;

use super::{Exit, Failure};
use crate::cli::InitArgs;

pub(super) fn run(args: &InitArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    dossier::run(&args.dossier, out)
}
