//! `ciieval init`: what one begins with.

mod workbook;

use std::io::Write;

use super::{Exit, Failure};
use crate::cli::{InitArgs, InitFormat};

pub(super) fn run(args: &InitArgs, err: &mut dyn Write) -> Result<Exit, Failure> {
    match args.dossier.format {
        InitFormat::Xlsx => workbook::run(&args.dossier, err),
    }
}
