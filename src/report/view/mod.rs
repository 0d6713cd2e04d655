//! What reports for people say of a dossier, in both languages: words, not numbers of a contract, and
//! nothing of how a format shows them.

pub mod about;
pub mod clause;
pub mod dossier;
pub mod evaluation;
pub mod phrase;
pub mod remarks;
pub mod reuse;
pub mod speaker;
