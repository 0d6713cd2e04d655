//! `ciieval schema`: the JSON Schemas of dossiers and reports, those of tests among them, for editors and other programs.

use std::io::Write;

use super::{Exit, Failure, unless_closed};
use crate::cli::{SchemaArgs, SchemaOf};
use crate::pack::Pack;
use crate::rego_test;
use crate::report::{json, ndjson};
use crate::schema::{published, published_for_schemes};

/// The JSON Schema of dossiers with the vocabularies of `pack`, as text.
#[must_use]
pub fn schema(pack: &Pack) -> String {
    format!("{:#}\n", published(pack))
}

/// The JSON Schema of schemes, likewise.
#[must_use]
pub fn scheme_schema(pack: &Pack) -> String {
    format!("{:#}\n", published_for_schemes(pack))
}

pub(super) fn run(args: &SchemaArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let text = match args.what {
        SchemaOf::Dossier => schema(&super::open(&args.policies, args.no_builtin)?),
        SchemaOf::Scheme => scheme_schema(&super::open(&args.policies, args.no_builtin)?),
        SchemaOf::Report => json::SCHEMA.to_owned(),
        SchemaOf::Result => format!("{:#}\n", ndjson::schema()),
        SchemaOf::Test => rego_test::JSON_SCHEMA.to_owned(),
    };
    unless_closed(out.write_all(text.as_bytes()).and_then(|()| out.flush()))?;
    Ok(Exit::Pass)
}
