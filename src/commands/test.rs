//! `ciieval test`: the Rego tests of packs.

use std::io::Write;

use super::{Exit, Failure, target};
use crate::cli::{TestArgs, TestFormat};
use crate::pack::Pack;
use crate::rego_test::{self, Options, junit, text};
use crate::report::json;

pub fn run(args: &TestArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let targets = target::open(args.format, TestFormat::Text, &args.output)?;
    let folders: Vec<_> = args.dir.iter().cloned().collect();
    // A pack that is being written may lack rules and is tested all the same.
    let pack = Pack::open(&folders)?;
    let options = Options {
        limit: args.timeout,
        run: args.run.clone(),
        coverage: args.coverage,
        threshold: args.threshold,
    };
    let report = rego_test::run(&pack, &options)?;
    if let Some(pattern) = args.run.as_ref().filter(|_| report.tests.is_empty()) {
        let message = format!(
            "no test matches `{pattern}`: it is compared with names like `my_pack.rules_test.test_case`"
        );
        return Err(Failure::new(&message));
    }
    for target in targets {
        target.write(out, |format, _| match format {
            TestFormat::Text => Ok(text::render(&report, args.verbose)),
            TestFormat::Json => Ok(json::render(&report)?),
            TestFormat::Junit => junit::render(&report),
        })?;
    }
    Ok(if report.passes() {
        Exit::Pass
    } else {
        Exit::Fail
    })
}
