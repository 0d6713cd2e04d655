//! What holds for any evidence: properties of random dossiers, each made of the exemplary dossier by some of
//! the changes of `fixtures/cases/`, with entries left out and findings of assessors.
//!
//! `PROPERTY_CASES=1000 cargo test --test properties` tries more than the number that a test names. A failure
//! shows the fewest changes that it needs.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::panic
)]

#[path = "../common/appendix_c.rs"]
mod appendix_c;
mod evidence;
mod files;
mod ids;
mod mandatory;
mod monotone;
mod order;
mod score;
mod world;
