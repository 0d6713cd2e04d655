//! Generates the example dossiers: `cargo run --example generate` rewrites `fixtures/dossiers/`.
//!
//! Every provider is fictional. The same program gives the same files on every machine: nothing depends
//! on the clock, and variation comes from fixed seeds.
#![allow(missing_docs, clippy::indexing_slicing, clippy::print_stdout)]

mod calendar;
mod people;
mod projects;
mod provider;
mod registers;
mod variants;

use serde_json::{Value, json};
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let target = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "fixtures/dossiers".to_owned());
    let folder = Path::new(&target);
    fs::create_dir_all(folder)?;
    yaml(&folder.join("huaheng.yaml"), &huaheng())?;
    json(&folder.join("lanting.json"), &lanting())?;
    parts(&folder.join("mingyuan"), &mingyuan())?;
    yaml(&folder.join("qinghe.yaml"), &qinghe())?;
    yaml(&folder.join("xinyuan.yaml"), &xinyuan())?;
    println!("wrote 5 dossiers to {target}");
    Ok(())
}

/// A clear pass.
fn huaheng() -> Value {
    provider::exemplary(1, "华衡网安科技有限公司", "91320100MA1X2Y3W4A", 27, 3)
}

/// Everything but the registered capital, a mandatory clause.
fn lanting() -> Value {
    let mut dossier =
        provider::exemplary(2, "蓝汀信息安全技术有限公司", "91330200MA2B3C4D5E", 30, 4);
    variants::capital_too_low(&mut dossier);
    dossier
}

/// All mandatory clauses and exactly 65.
fn mingyuan() -> Value {
    let mut dossier = provider::exemplary(3, "明远安全咨询有限公司", "91440300MA5F6G7H8J", 27, 6);
    for shortcoming in [
        variants::only_three_items,
        variants::no_research_laboratory,
        variants::no_knowledge_of_38631,
        variants::weak_project_control,
        variants::weak_organization,
        variants::tool_policy_incomplete,
        variants::tool_impact_untested,
        variants::weak_data_protection,
        variants::weak_quality,
        variants::weak_training,
        variants::weak_strategy,
        variants::research_without_results,
    ] {
        shortcoming(&mut dossier);
    }
    dossier
}

/// All mandatory clauses and a score just under 65.
fn qinghe() -> Value {
    let mut dossier =
        provider::exemplary(4, "清河网络安全服务有限公司", "91510100MA6K7L8M9N", 27, 6);
    for shortcoming in [
        variants::only_three_items,
        variants::no_research_laboratory,
        variants::weak_project_control,
        variants::plan_without_tools,
        variants::weak_organization,
        variants::no_archivist,
        variants::tool_policy_incomplete,
        variants::weak_data_protection,
        variants::weak_quality,
        variants::weak_training,
        variants::weak_strategy,
        variants::weak_continuity,
    ] {
        shortcoming(&mut dossier);
    }
    dossier
}

/// A young company that fails much.
fn xinyuan() -> Value {
    let mut dossier = provider::exemplary(5, "新源数安科技有限公司", "91610100MA7P8Q9R0T", 9, 3);
    variants::young_company(&mut dossier);
    dossier
}

fn yaml(path: &Path, dossier: &Value) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(path, serde_yaml::to_string(dossier)?)?)
}

fn json(path: &Path, dossier: &Value) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(
        path,
        serde_json::to_string_pretty(dossier)? + "\n",
    )?)
}

/// A folder dossier: the head in `dossier.yaml`, people, projects and the rest in files of their own.
fn parts(folder: &Path, dossier: &Value) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let groups: [(&str, &[&str]); 5] = [
        ("people.yaml", &["people", "positions", "departures"]),
        ("projects.yaml", &["projects"]),
        ("agreements.json", &["agreements"]),
        (
            "management.yaml",
            &[
                "documents",
                "quality",
                "strategy",
                "complaints",
                "incidents",
            ],
        ),
        ("training.yaml", &["trainings", "training_plans"]),
    ];
    let mut head = dossier.clone();
    for (file, keys) in groups {
        let mut part = json!({});
        for key in keys {
            part[*key] = head
                .as_object_mut()
                .and_then(|root| root.remove(*key))
                .unwrap_or(Value::Null);
        }
        let path = folder.join(file);
        match Path::new(file)
            .extension()
            .and_then(|extension| extension.to_str())
        {
            Some("json") => json(&path, &part)?,
            _ => yaml(&path, &part)?,
        }
    }
    yaml(&folder.join("dossier.yaml"), &head)
}
