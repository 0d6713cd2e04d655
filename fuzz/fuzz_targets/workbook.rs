//! Reading a dossier from a workbook: an archive as it is, or one that is made of the files in the input.
#![no_main]

use ciieval::dossier::{Format, complaints};
use ciieval_fuzz::{FILE, SCHEMA, archive, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let made = std::str::from_utf8(input)
        .ok()
        .filter(|text| text.starts_with(FILE))
        .and_then(archive);
    let bytes = made.as_deref().unwrap_or(input);
    if let Ok(read) = check("dossier.xlsx", Format::Workbook, bytes) {
        assert!(complaints(&read.evidence, &SCHEMA).is_empty());
    }
});
