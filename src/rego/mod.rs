//! Rego as a language: rules as trees, what their names lead to, and what is wrong with that. Knows no
//! engine: `engine::parse` makes the trees.

mod lookup;
pub mod program;
pub mod recursion;
pub mod resolve;
pub mod syntax;
pub mod visit;

pub use program::Program;
