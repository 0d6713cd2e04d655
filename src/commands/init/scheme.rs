//! `ciieval init scheme`.

use std::io::Write;

use super::super::{Exit, Failure};
use crate::cli::{InitSchemeArgs, Lang};
use crate::scheme::skeleton;

pub fn run(args: &InitSchemeArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let text = skeleton(Lang::or_locale(args.lang));
    super::write(args.output.as_deref(), text.as_bytes(), out)
}
