//! ciieval.

pub mod cli;
pub mod commands;
pub mod dossier;
pub mod engine;
pub mod evaluation;
pub mod finding;
pub mod outcome;
pub mod pack;
pub mod rego_test;
pub mod report;
pub mod schema;
pub mod score;
pub mod text;
