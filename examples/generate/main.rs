//! Generates dossiers. Every provider is fictional.
//!
//! `cargo run --example generate` rewrites the examples in `fixtures/dossiers/`. With `--count` it makes any
//! number of realistic dossiers, for tests and benchmarks:
//!
//! ```sh
//! cargo run --release --example generate -- --count 1000 --seed 7 --classes consulting,response --size small /tmp/dossiers
//! cargo run --release --example generate -- --count 20000 --size small --format ndjson - | wc -l
//! ```
//!
//! The same arguments give the same bytes on every machine: nothing depends on the clock, and variation comes
//! from the seed.
#![allow(missing_docs, clippy::indexing_slicing, clippy::print_stderr)]

mod bulk;
mod calendar;
mod crews;
mod failures;
mod fixtures;
mod mix;
mod names;
mod options;
mod output;
mod people;
mod portfolio;
mod projects;
mod provider;
mod register;
mod registers;
mod remote;
mod schooling;
mod service_classes;
mod shortcomings;
mod size;
mod tianqing;
mod tools;
mod young;

use clap::Parser as _;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let options = options::Options::parse();
    let target = options.target();
    if let Some(count) = options.count {
        bulk::write(count, &options)?;
        eprintln!("wrote {count} dossiers to {}", target.display());
    } else {
        fixtures::write(target)?;
        eprintln!("wrote the example dossiers to {}", target.display());
    }
    Ok(())
}
