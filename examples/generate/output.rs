//! Writing dossiers to files.

use serde_json::Value;
use std::error::Error;
use std::fs;
use std::path::Path;

/// A YAML file.
pub fn yaml(path: &Path, dossier: &Value) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(path, serde_yaml::to_string(dossier)?)?)
}

/// A JSON file, indented.
pub fn json(path: &Path, dossier: &Value) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(
        path,
        serde_json::to_string_pretty(dossier)? + "\n",
    )?)
}
