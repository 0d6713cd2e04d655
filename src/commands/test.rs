//! `ciieval test`: the Rego tests of packs.

use std::io::{self, Write};

use super::{Exit, Failure, unless_closed};
use crate::cli::TestArgs;
use crate::pack::Pack;
use crate::rego_test::{self, TestResult};
use crate::report::text::safe::safe;

pub fn run(args: &TestArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let folders: Vec<_> = args.dir.iter().cloned().collect();
    // A pack that is being written may lack rules and is tested all the same.
    let pack = Pack::open(&folders)?;
    let results = rego_test::run(&pack, args.timeout)?;
    unless_closed(write(out, &results))?;
    let failed = results.iter().any(|result| result.failure.is_some());
    Ok(if failed { Exit::Fail } else { Exit::Pass })
}

fn write(out: &mut dyn Write, results: &[TestResult]) -> io::Result<()> {
    let mut failed = 0;
    for result in results {
        if let Some(failure) = &result.failure {
            failed += 1;
            let TestResult {
                file, line, rule, ..
            } = result;
            writeln!(out, "{}", safe(&format!("{file}:{line}: {rule} {failure}")))?;
        }
    }
    writeln!(out, "{} passed, {failed} failed", results.len() - failed)?;
    out.flush()
}
