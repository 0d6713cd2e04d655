//! Whether a report follows from the evidence: it is written again, by the packs and the scheme given, with the
//! options that it names, from the dossiers whose digests it names, and must come out byte for byte.
//!
//! `reported` reads the report, `sources` finds its dossiers by their digests wherever they lie now, `again`
//! evaluates and writes them as if they lay where the report says, `compare` tells what is different, and
//! `text` says it. Nothing in the report is trusted: it only says what is to be worked out again.

mod advice;
mod again;
mod basis;
mod compare;
mod errors;
mod model;
mod reported;
mod sources;
mod text;
mod writing;

pub use again::{Given, verify};
pub use model::{Difference, Kind, Taken, Verdict, Verification};
pub use reported::{Reported, Unreadable};
pub use text::render as text;
