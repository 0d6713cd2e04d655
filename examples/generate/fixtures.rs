//! The example dossiers of `fixtures/dossiers`.

use serde_json::{Value, json};
use std::error::Error;
use std::fs;
use std::path::Path;

use crate::failures;
use crate::output::{json, yaml};
use crate::provider::{Profile, exemplary};
use crate::shortcomings;
use crate::tianqing::tianqing;
use crate::young::young_company;

/// Writes all of them to the folder.
pub fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    yaml(&folder.join("huaheng.yaml"), &huaheng())?;
    json(&folder.join("lanting.json"), &lanting())?;
    parts(&folder.join("mingyuan"), &mingyuan())?;
    yaml(&folder.join("qinghe.yaml"), &qinghe())?;
    yaml(&folder.join("tianqing.yaml"), &tianqing())?;
    yaml(&folder.join("xinyuan.yaml"), &xinyuan())
}

/// A clear pass.
fn huaheng() -> Value {
    exemplary(&Profile::consulting(
        1,
        "华衡网安科技有限公司",
        "91320100MA1X2Y3W4A",
        27,
        3,
    ))
}

/// Everything but the registered capital, a mandatory clause.
fn lanting() -> Value {
    let mut dossier = exemplary(&Profile::consulting(
        2,
        "蓝汀信息安全技术有限公司",
        "91330200MA2B3C4D5E",
        30,
        4,
    ));
    failures::capital_too_low(&mut dossier);
    dossier
}

/// All mandatory clauses and exactly 65.
fn mingyuan() -> Value {
    let mut dossier = exemplary(&Profile::consulting(
        3,
        "明远安全咨询有限公司",
        "91440300MA5F6G7H8J",
        27,
        6,
    ));
    for shortcoming in [
        shortcomings::only_three_items,
        shortcomings::no_research_laboratory,
        shortcomings::no_knowledge_of_38631,
        shortcomings::weak_project_control,
        shortcomings::weak_organization,
        shortcomings::tool_policy_incomplete,
        shortcomings::tool_impact_untested,
        shortcomings::weak_data_protection,
        shortcomings::weak_quality,
        shortcomings::weak_training,
        shortcomings::weak_strategy,
        shortcomings::research_without_results,
    ] {
        shortcoming(&mut dossier);
    }
    dossier
}

/// All mandatory clauses and a score just under 65.
fn qinghe() -> Value {
    let mut dossier = exemplary(&Profile::consulting(
        4,
        "清河网络安全服务有限公司",
        "91510100MA6K7L8M9N",
        27,
        6,
    ));
    for shortcoming in [
        shortcomings::only_three_items,
        shortcomings::no_research_laboratory,
        shortcomings::weak_project_control,
        shortcomings::plan_without_tools,
        shortcomings::weak_organization,
        shortcomings::no_archivist,
        shortcomings::tool_policy_incomplete,
        shortcomings::weak_data_protection,
        shortcomings::weak_quality,
        shortcomings::weak_training,
        shortcomings::weak_strategy,
        shortcomings::weak_continuity,
    ] {
        shortcoming(&mut dossier);
    }
    dossier
}

/// A young company that fails much.
fn xinyuan() -> Value {
    let mut dossier = exemplary(&Profile::consulting(
        5,
        "新源数安科技有限公司",
        "91610100MA7P8Q9R0T",
        9,
        3,
    ));
    young_company(&mut dossier, "consulting.planning");
    dossier
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
