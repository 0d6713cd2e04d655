//! Reading a dossier as YAML (first byte `y`) or JSON: what is taken is sound, and the same as JSON.
#![no_main]

use ciieval::dossier::{Format, complaints};
use ciieval_fuzz::{SCHEMA, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Some((first, bytes)) = input.split_first() else {
        return;
    };
    let format = if *first == b'y' {
        Format::Yaml
    } else {
        Format::Json
    };
    let Ok(read) = check("dossier", format, bytes) else {
        return;
    };
    assert!(complaints(&read.evidence, &SCHEMA).is_empty());
    let json = read.evidence.to_string();
    let again = check("dossier.json", Format::Json, json.as_bytes());
    assert_eq!(again.expect("was taken before").evidence, read.evidence);
});
