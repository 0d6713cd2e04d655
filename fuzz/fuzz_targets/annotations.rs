//! Reading the annotations of a Rego file.
#![no_main]

use ciieval::pack::source::SourceFile;
use ciieval::pack::{catalogue, limits};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let file = SourceFile {
        path: "rules.rego".to_owned(),
        text: input.to_owned(),
    };
    let objection = limits::objection(&file);
    if let Some(problem) = objection.or_else(|| catalogue::annotated(&file).err()) {
        assert!(!problem.to_string().is_empty());
    }
});
