//! Reading the annotations of a Rego file.
#![no_main]

use ciieval::pack::catalogue;
use ciieval::pack::source::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let file = SourceFile {
        path: "rules.rego".to_owned(),
        text: input.to_owned(),
    };
    if let Err(problem) = catalogue::annotated(&file) {
        assert!(!problem.to_string().is_empty());
    }
});
