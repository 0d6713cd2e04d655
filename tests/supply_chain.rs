//! What the program is made of: licences, sources and native code of all dependencies, as `deny.toml`
//! allows them. `make audit` asks `cargo deny` the same, and for known weaknesses.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// What the program is made of, on any system, by id; with what it is only tested with or without.
struct Dependencies {
    packages: BTreeMap<String, Value>,
    root: Value,
}

fn dependencies(with_tests: bool) -> Dependencies {
    // Locked: what is committed is what is looked at. A new machine fetches here what only other systems need.
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--all-features",
            "--locked",
        ])
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let by_id = |list: &Value| -> BTreeMap<String, Value> {
        let list = list.as_array().unwrap().iter();
        list.map(|entry| (text(&entry["id"]).to_owned(), entry.clone()))
            .collect()
    };
    let (packages, nodes) = (
        by_id(&metadata["packages"]),
        by_id(&metadata["resolve"]["nodes"]),
    );
    let root = text(&metadata["resolve"]["root"]);
    let mut reached = BTreeMap::new();
    let mut todo = vec![root];
    while let Some(id) = todo.pop() {
        if reached
            .insert(id.to_owned(), packages[id].clone())
            .is_none()
        {
            let next = nodes[id]["deps"].as_array().unwrap().iter();
            let next = next.filter(|next| {
                let kinds = next["dep_kinds"].as_array().unwrap();
                with_tests || kinds.iter().any(|kind| kind["kind"] != "dev")
            });
            todo.extend(next.map(|next| text(&next["pkg"])));
        }
    }
    let root = reached.remove(root).unwrap();
    assert!(reached.len() > 100, "{}", reached.len());
    Dependencies {
        packages: reached,
        root,
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn name(package: &Value) -> String {
    format!("{} {}", text(&package["name"]), text(&package["version"]))
}

/// The licences that `deny.toml` allows.
fn allowed() -> BTreeSet<String> {
    let file = std::fs::read_to_string("deny.toml").unwrap();
    let (_, list) = file.split_once("allow = [").unwrap();
    let (list, _) = list.split_once(']').unwrap();
    let entries = list.split(',').map(|entry| entry.trim().trim_matches('"'));
    entries
        .filter(|entry| !entry.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a licence expression is met by licences that are allowed; `/` is how `OR` used to be written.
fn is_met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let expression = expression.replace('/', " OR ");
    let expression = expression.trim();
    let any = parts(expression, " OR ");
    if any.len() > 1 {
        return any.iter().any(|part| is_met(part, allowed));
    }
    let all = parts(expression, " AND ");
    if all.len() > 1 {
        return all.iter().all(|part| is_met(part, allowed));
    }
    match expression
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'))
    {
        Some(inner) => is_met(inner, allowed),
        None => allowed.contains(expression),
    }
}

/// The parts of an expression between `word`s that stand in no parentheses.
fn parts(expression: &str, word: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut open = 0;
    let mut rest = expression;
    while let Some(c) = rest.chars().next() {
        if open == 0 && rest.starts_with(word) {
            parts.push(String::new());
            rest = &rest[word.len()..];
            continue;
        }
        open += i32::from(c == '(') - i32::from(c == ')');
        parts.last_mut().unwrap().push(c);
        rest = &rest[c.len_utf8()..];
    }
    parts
}

/// Of what is passed on with the program.
#[test]
fn every_licence_is_one_that_is_allowed() {
    let allowed = allowed();
    let wrong: Vec<String> = dependencies(false)
        .packages
        .values()
        .filter(|package| !is_met(text(&package["license"]), &allowed))
        .map(|package| format!("{}: {}", name(package), package["license"]))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn licence_expressions_are_read_as_they_are_meant() {
    let allowed = BTreeSet::from(["MIT", "BSD-3-Clause"].map(str::to_owned));
    for (expression, met) in [
        ("MIT", true),
        ("Apache-2.0", false),
        ("Apache-2.0/MIT", true),
        ("(Apache-2.0 OR MIT) AND BSD-3-Clause", true),
        ("MIT AND Apache-2.0", false),
        ("Apache-2.0 WITH LLVM-exception OR MIT", true),
        ("", false),
    ] {
        assert_eq!(is_met(expression, &allowed), met, "{expression}");
    }
}

#[test]
fn everything_comes_from_the_one_registry() {
    let dependencies = dependencies(true);
    let sources: BTreeSet<&str> = dependencies
        .packages
        .values()
        .map(|package| text(&package["source"]))
        .collect();
    assert_eq!(sources.len(), 1, "{sources:?}");
    assert!(sources.iter().all(|source| source.starts_with("registry+")));
}

/// Of these another library still has an older version: `minisign` for passwords of keys.
const OLDER: [&str; 1] = ["sha2"];

#[test]
fn what_is_asked_for_has_a_version_and_is_there_once() {
    let Dependencies { packages, root } = dependencies(true);
    for asked in root["dependencies"].as_array().unwrap() {
        let asked_for = text(&asked["name"]);
        assert_ne!(text(&asked["req"]), "*", "{asked_for}");
        let versions = packages
            .values()
            .filter(|package| text(&package["name"]) == asked_for);
        let versions: Vec<String> = versions.map(name).collect();
        let older = usize::from(OLDER.contains(&asked_for));
        assert_eq!(versions.len(), 1 + older, "{versions:?}");
    }
}

/// Code in other languages cannot be held to what Rust promises. Only the allocator is such code.
#[test]
fn native_code_is_the_allocator_alone() {
    let dependencies = dependencies(false);
    let native: BTreeSet<&str> = dependencies
        .packages
        .values()
        .filter(|package| {
            let needs = package["dependencies"].as_array().unwrap().iter();
            let builds_c = needs
                .filter(|needed| needed["kind"] == "build" && needed["optional"] == false)
                .any(|needed| matches!(text(&needed["name"]), "cc" | "cmake" | "bindgen"));
            builds_c || !package["links"].is_null()
        })
        .map(|package| text(&package["name"]))
        .collect();
    // These link nothing: they name themselves so that cargo takes one version of them, or are for other systems.
    let harmless = [
        "iana-time-zone-haiku",
        "verus_prettyplease",
        "wasm-bindgen-shared",
    ];
    let native: Vec<_> = native
        .into_iter()
        .filter(|name| !harmless.contains(name))
        .collect();
    assert_eq!(native, ["regorus-mimalloc-sys"]);
}

#[test]
fn the_program_itself_has_no_unsafe_code() {
    let manifest = std::fs::read_to_string("Cargo.toml").unwrap();
    assert!(manifest.contains("unsafe_code = \"forbid\""));
}
