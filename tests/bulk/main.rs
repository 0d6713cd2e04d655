//! Directories and streams of evidence: what `ciieval check` promises of many dossiers at once.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "../common/mod.rs"]
mod common;

mod access;
mod cache;
mod discovery;
mod disk;
mod interrupt;
mod ndjson;
mod order;
mod terminal;
mod trouble;

use common::{evidence, write};
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

/// The folder as an argument.
pub(crate) fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// What stands in a file.
pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// A folder with dossiers that pass, fail, cannot be decided and cannot be read, and other files.
pub(crate) fn mixed(count: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for n in 0..count {
        let name = format!("{:03}", n * 7919 % 1000);
        let mut patch = match n % 6 {
            0 => json!({"provider": {"registered_capital_yuan": 1}}),
            1 => json!({"provider": {"accounting": "dependent"}}),
            2 => json!({"assessment": {"classes": ["beta", "alpha"]}}),
            _ => json!({}),
        };
        patch["provider"]["name"] = format!("第{n}安全服务有限公司").into();
        if n % 6 == 5 {
            std::fs::write(root.join(format!("{name}.yaml")), "provider: [\n").unwrap();
        } else if n % 6 == 4 {
            std::fs::create_dir(root.join(&name)).unwrap();
            write(root, &format!("{name}/dossier.json"), &evidence(&patch));
            std::fs::write(root.join(format!("{name}/scan.pdf")), "").unwrap();
        } else {
            write(root, &format!("{name}.json"), &evidence(&patch));
        }
    }
    folder
}

/// Dossiers as lines.
pub(crate) fn lines(patches: &[Value]) -> String {
    patches
        .iter()
        .map(|patch| evidence(patch).to_string() + "\n")
        .collect()
}

/// Each line as JSON.
pub(crate) fn parsed(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}
