//! `ciieval test`: the Rego tests of packs.

use std::io::Write;

use super::{Exit, Failure, places};
use crate::cli::{TestArgs, TestFormat};
use crate::interrupt::{self, Drafts};
use crate::rego_test::{self, Options, junit, text};
use crate::report::json;

pub fn run(args: &TestArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let drafts = Drafts::default();
    interrupt::end_at_once(&drafts);
    let places = places::open(args.format, TestFormat::Text, &args.output, &drafts)?;
    let folders: Vec<_> = args.dir.iter().cloned().collect();
    // A pack that is being written may lack rules and is tested all the same.
    let pack = super::open(&folders, args.no_builtin)?;
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
    for (format, place) in places {
        let text = match format {
            TestFormat::Text => text::render(&report, args.verbose),
            TestFormat::Json => json::render(&report)?,
            TestFormat::Junit => junit::render(&report)?,
        };
        places::write(place, &text, out)?;
    }
    Ok(if report.passes() {
        Exit::Pass
    } else {
        Exit::Fail
    })
}
