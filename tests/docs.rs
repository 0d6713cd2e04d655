//! Generated pages must not drift from what they are made of: `UPDATE=1 cargo test` rewrites them.
#![allow(clippy::unwrap_used, clippy::missing_panics_doc)]

use ciieval::docs;
use ciieval::pack::Pack;
use ciieval::reads::Reads;
use std::fs;

#[test]
fn page_of_clauses_is_current() {
    let pack = Pack::load(&[]).unwrap();
    let reads = Reads::new(&pack).unwrap();
    check("docs/clauses.md", &docs::clauses_markdown(&pack, &reads));
}

#[test]
fn page_of_commands_is_current() {
    check("docs/cli.md", &docs::cli_markdown());
}

fn check(path: &str, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, text).unwrap();
    }
    let committed = fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == text,
        "{path} is out of date: run `UPDATE=1 cargo test --test docs`"
    );
}
