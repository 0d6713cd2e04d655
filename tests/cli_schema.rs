//! `ciieval schema`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::ciieval;
use serde_json::Value;

#[test]
fn the_schemas_are_printed() {
    for (arguments, id) in [
        (vec!["schema"], "urn:ciieval:dossier:v1"),
        (vec!["schema", "report"], "urn:ciieval:report:v1"),
        (vec!["schema", "test"], "urn:ciieval:test:v1"),
    ] {
        let ran = ciieval(&arguments);
        assert_eq!(ran.code, 0);
        let schema: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(schema["$id"], id);
    }
}
