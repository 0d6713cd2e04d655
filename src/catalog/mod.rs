//! Lists of the clauses of a pack: what each asks for, what it is worth, and what evidence it reads.

mod csv;
mod markdown;
pub mod row;
mod said;
mod select;
mod text;

use serde::Serialize;

use crate::pack::Pack;
use crate::reads::Reads;
use crate::report::model::{Head, PackReport, Tool};

pub use csv::render as csv;
pub use markdown::render as markdown;
pub use row::Row;
pub(crate) use said::evidence;
pub use select::Selection;
pub use text::render as text;

/// Name and version of the JSON that lists clauses.
pub const SCHEMA: &str = "ciieval/catalog/v1";

/// Clauses of a pack.
#[derive(Clone, Debug, Serialize)]
pub struct Catalog {
    /// Name and version of the contract.
    pub schema: &'static str,
    /// The program and the packs.
    #[serde(flatten)]
    pub of: Of,
    /// The clauses that were chosen, in the standard's order.
    pub clauses: Vec<Row>,
}

/// Which program lists the clauses of which packs.
#[derive(Clone, Debug, Serialize)]
pub struct Of {
    /// The program.
    pub tool: Tool,
    /// All packs, in the order in which they lie over each other.
    pub packs: Vec<PackReport>,
}

impl Of {
    /// This program and the packs.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let head = Head::new(pack);
        Self {
            tool: head.tool,
            packs: head.packs,
        }
    }
}

impl Catalog {
    /// The clauses of the pack that are chosen.
    #[must_use]
    pub fn new(pack: &Pack, reads: &Reads, selection: &Selection) -> Self {
        let clauses = pack.catalogue.clauses.values();
        let rows = clauses.map(|clause| Row::new(pack, reads, clause));
        Self {
            schema: SCHEMA,
            of: Of::new(pack),
            clauses: rows.filter(|row| selection.has(row)).collect(),
        }
    }
}
