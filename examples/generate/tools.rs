//! Service tools of a generated provider.

use serde_json::{Value, json};

use crate::calendar::{REFERENCE, after};
use crate::register::{add_once, each};

/// Tools for services of any kind; the scanner is a regulated product with its certification.
pub fn general() -> Value {
    let mut scanner = tool("tool-scan", "漏洞扫描系统", "vulnerability_scanning");
    scanner["regulated_as"] = json!("dedicated_security_product");
    scanner["certification"] = json!({
        "kind": "certification", "body": "网络安全产品认证机构", "body_accreditation": "CNAS-C000", "number": "CCRC-2024-VP-0871",
        "valid_from": "2024-04-01", "valid_until": "2029-03-31"
    });
    json!([
        tool("tool-risk", "风险评估工具箱", "risk_assessment"),
        scanner
    ])
}

/// Adds a tool, unless it is there already.
pub fn add_tool(dossier: &mut Value, id: &str, name: &str, kind: &str) {
    add_once(dossier, "tools", "id", tool(id, name, kind));
}

/// Adds a tool in which the provider holds the copyright, and which can do these things on its own.
pub fn add_own_tool(dossier: &mut Value, id: &str, name: &str, kind: &str, capabilities: &[&str]) {
    add_tool(dossier, id, name, kind);
    for tool in each(dossier, "tools").filter(|tool| tool["id"] == id) {
        tool["own_intellectual_property"] = json!({
            "kind": "software_copyright", "number": format!("软著登字第 {} 号", 9_000_000 + id.len() * 4_127), "registered_on": after(REFERENCE, -900)
        });
        if !capabilities.is_empty() {
            tool["capabilities"] = json!(capabilities);
        }
    }
}

/// Adds a library of information that is kept up to date and managed with a tool.
pub fn add_library(dossier: &mut Value, kind: &str, entries: u64, tool: &str, sources: &[&str]) {
    let library = json!({
        "id": format!("lib-{kind}"), "kind": kind, "entries": entries, "counted_on": after(REFERENCE, -20), "last_updated_on": after(REFERENCE, -3),
        "managed_with": tool, "sources": sources
    });
    add_once(dossier, "collections", "id", library);
}

fn tool(id: &str, name: &str, kind: &str) -> Value {
    json!({
        "id": id, "name": name, "kind": kind, "version": "3.2", "available_from": "2022-05-01", "regulated_as": "none",
        "functions": ["资产识别", "脆弱性分析", "报告生成"], "hidden_function_test": {"date": "2023-02-10", "found": []},
        "impact_test": {"date": "2023-02-12", "aspects": ["business_stability", "network_performance", "system_security"], "effects": []}
    })
}
