//! ciieval evaluates providers of security services for critical information infrastructure.

pub mod engine;
pub mod outcome;
pub mod pack;
pub mod rego_test;
pub mod text;
