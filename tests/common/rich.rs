//! A report with something in every part.

use ciieval::pack::Pack;
use ciieval::report::model::{ErrorReport, Report};
use serde_json::json;

use super::{evidence, finding, report_on};

/// A dossier with everything a report can show: short and undefined clauses, a failed rule, a clause
/// that does not apply, findings of every effect, a class that another standard evaluates, and people who
/// count in fewer classes than they would where a pack decides that.
pub fn rich(pack: &Pack) -> Report {
    let mut evidence = evidence(&json!({
        "provider": {"accounting": "dependent", "legal_form": null, "registered_capital_yuan": null},
        "positions": [{"post": "engineer"}],
        "people": (1..=12).map(|n| json!({"id": format!("p-{n:02}"), "name": "某人"})).collect::<Vec<_>>(),
    }));
    evidence["findings"] = json!([
        finding("1.b", "satisfied"),
        finding("1.d", "not_satisfied"),
        finding("2.a", "satisfied"),
        finding("3.1.a", "satisfied"),
    ]);
    evidence["assessment"]["classes"] = json!(["gamma", "alpha"]);
    evidence["people"][1]["counted_for"] = json!(["gamma"]);
    evidence["external_conclusions"] = json!([
        {"class": "gamma", "standard": "X 00007", "issuer": "某评价机构", "number": "G-1",
         "concluded_on": "2024-01-01", "valid_until": "2026-12-31", "result": "pass"},
        {"class": "gamma", "standard": "X 00007", "issuer": "某评价机构", "number": "G-2",
         "concluded_on": "2025-07-01", "result": "fail"},
    ]);
    let mut report = report_on(pack, &evidence, &["gamma", "alpha"]);
    report.errors.push(ErrorReport {
        line: Some(3),
        column: Some(7),
        place: Some("people[0].id".to_owned()),
        ..ErrorReport::new("b.yaml", "is wrong")
    });
    report
}
