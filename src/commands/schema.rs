//! `ciieval schema`: the JSON Schema of dossiers, for editors and other programs.

use crate::pack::Pack;
use crate::schema::published;

/// The JSON Schema of dossiers with the vocabularies of `pack`, as text.
#[must_use]
pub fn schema(pack: &Pack) -> String {
    format!("{:#}\n", published(pack))
}
