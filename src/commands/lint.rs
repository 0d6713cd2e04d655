//! `ciieval lint`: what engines accept in a pack in silence and a reader would not want.

use std::io::Write;

use super::{Exit, Failure, unless_closed};
use crate::cases;
use crate::cli::LintArgs;
use crate::lint::lint;
use crate::report::text::safe::safe;

pub(super) fn run(args: &LintArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let folders: Vec<_> = args.dir.iter().cloned().collect();
    let pack = super::open(&folders, args.no_builtin)?;
    let cases = args.cases.as_deref().map(cases::load).transpose();
    let cases = cases.map_err(|problems| {
        let problems = problems.into_iter();
        Failure(
            problems
                .map(|problem| format!("error: {problem}"))
                .collect(),
        )
    })?;
    let found = lint(&pack, cases.as_ref())?;
    let problems = found.problems.iter().map(ToString::to_string);
    let notes = found.notes.iter().map(|note| format!("note: {note}"));
    let count = format!(
        "{} problems in {} files",
        found.problems.len(),
        pack.files().count()
    );
    let lines = problems.chain(notes).chain([count]);
    let text: String = lines.map(|line| safe(&line) + "\n").collect();
    unless_closed(out.write_all(text.as_bytes()).and_then(|()| out.flush()))?;
    Ok(if found.problems.is_empty() {
        Exit::Pass
    } else {
        Exit::Fail
    })
}
