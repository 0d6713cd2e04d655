//! Services delivered remotely: operators, their accounts, the channel and the log.

use serde_json::{Value, json};

use crate::calendar::{REFERENCE, after};
use crate::people;
use crate::register::projects_of;

/// How many people operate remotely.
const OPERATORS: usize = 3;

/// Managed security is delivered remotely, by the first members of the team of its first project.
pub fn deliver_remotely(dossier: &mut Value) {
    let mut operators = Vec::new();
    for project in projects_of(dossier, "confrontation.managed_security") {
        project["remote"] = json!(true);
        if operators.is_empty() {
            let team = project["team"].as_array().into_iter().flatten();
            operators = team
                .take(OPERATORS)
                .map(|member| member["person"].clone())
                .collect();
        }
    }
    let began = after(REFERENCE, -1000);
    let accounts: Vec<Value> = operators
        .iter()
        .enumerate()
        .map(|(place, operator)| {
            json!({
                "account": format!("soc-{:02}", place + 1), "users": [operator], "authentication": ["password", "token"],
                "password": {"min_length": 14, "character_classes": ["upper_case", "lower_case", "digit", "special"], "max_age_days": 90, "last_changed_on": after(REFERENCE, -35)},
                "terminals": [format!("安全运营中心值守终端 {}", place + 1)], "permissions": ["告警查看", "处置工单"], "from": began, "until": "2026-12-31"
            })
        })
        .collect();
    dossier["remote_access"] = json!({
        "operators": operators.iter().map(|operator| json!({"person": operator, "registered_on": after(REFERENCE, -1005), "from": began})).collect::<Vec<_>>(),
        "accounts": accounts,
        "channels": [{"name": "国密安全接入通道", "protocol": "TLCP", "algorithms": ["sm2", "sm3", "sm4"], "protects": ["confidentiality", "integrity"]}],
        "log": {
            "started_on": began, "oldest_entry_on": began,
            "audits": [{"date": after(REFERENCE, -120), "by": people::id(9), "incidents": []}, {"date": after(REFERENCE, -30), "by": people::id(9), "incidents": []}]
        }
    });
}
