//! `ciieval lint`: what engines accept in a pack in silence and a reader would not want.

use std::io::Write;

use super::{Exit, Failure, unless_closed};
use crate::cli::LintArgs;
use crate::engine::Engine;
use crate::pack::{Pack, lint};
use crate::report::text::safe::safe;

pub(super) fn run(args: &LintArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let folders: Vec<_> = args.dir.iter().cloned().collect();
    let pack = Pack::open(&folders)?;
    // Preparing the rules finds what the parser lets through, such as unsafe variables.
    Engine::new(&pack, std::time::Duration::from_secs(1))?;
    let mut problems = pack.catalogue.inconsistencies();
    problems.extend(lint::lint(&pack));
    let count = format!(
        "{} problems in {} files",
        problems.len(),
        pack.modules.len() + pack.tests.len()
    );
    let lines = problems
        .iter()
        .map(|problem| safe(&problem.to_string()))
        .chain([count]);
    let text: String = lines.map(|line| line + "\n").collect();
    unless_closed(out.write_all(text.as_bytes()).and_then(|()| out.flush()))?;
    Ok(if problems.is_empty() {
        Exit::Pass
    } else {
        Exit::Fail
    })
}
