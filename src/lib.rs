//! ciieval evaluates providers of security services for critical information infrastructure.

pub mod commands;
pub mod dossier;
pub mod engine;
pub mod outcome;
pub mod pack;
pub mod rego_test;
pub mod schema;
pub mod text;
