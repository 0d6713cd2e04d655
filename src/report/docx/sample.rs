//! Made-up reports on which a template is tried out before any work is done: one with something in every
//! part, one in which all is well, and one in which nothing was evaluated.

use serde_json::{Value, json};

use crate::report::model::DossierReport;
use crate::report::overview::OverviewReport;
use crate::report::remark::{Remark, RemarkPlace, title};

/// The reports, each with what is special about it.
pub fn all() -> Vec<(&'static str, DossierReport)> {
    let all = [
        ("with something in every part", rich()),
        ("in which all is well", plain()),
        ("in which no class was evaluated", empty()),
    ];
    let read = |(what, value)| Some((what, read(value)?));
    all.into_iter().filter_map(read).collect()
}

/// A remark with two places.
pub fn remark() -> Remark {
    let place = |line| RemarkPlace {
        file: "a.yaml".to_owned(),
        line: Some(line),
        column: Some(1),
        path: Some("people[0]".to_owned()),
        ..RemarkPlace::default()
    };
    Remark {
        kind: "same_person".to_owned(),
        text: title("某提示", "a warning"),
        places: vec![place(1), place(2)],
    }
}

fn read(mut value: Value) -> Option<DossierReport> {
    if let Some(keys) = value.as_object_mut() {
        let overview = OverviewReport::new(&[], &[]);
        keys.insert("overview".to_owned(), serde_json::to_value(overview).ok()?);
    }
    let mut dossier: DossierReport = serde_json::from_value(value).ok()?;
    dossier.overview = OverviewReport::new(&dossier.evaluations, &dossier.external);
    Some(dossier)
}

fn dossier(more: &Value) -> Value {
    let mut dossier = json!({
        "path": "a.yaml", "sha256": "0", "reference_date": "2026-01-01",
        "provider": {"name": "甲\n乙 & <丙>"}, "applied_for": ["consulting"],
        "evaluations": [], "external": [], "reuse": null,
    });
    if let (Some(keys), Some(more)) = (dossier.as_object_mut(), more.as_object()) {
        keys.extend(more.clone());
    }
    dossier
}

fn text(text: &str) -> Value {
    json!({"zh": text, "en": text})
}

fn result(verdict: &str, decided_by: Option<&str>, satisfied: u32) -> Value {
    let tally = json!({"satisfied": satisfied, "total": 5});
    json!({
        "verdict": verdict, "decided_by": decided_by, "score": "1.5", "score_exact": "3/2",
        "mandatory": tally, "compliance": tally,
    })
}

fn clause(id: &str, status: &str, rule_status: &str, mandatory: bool, more: Value) -> Value {
    let mut clause = json!({
        "id": id, "term": "a", "title": text("某条款"), "status": status, "rule_status": rule_status,
        "mandatory": mandatory, "judgement": true, "checks": [],
    });
    if let (Some(keys), Value::Object(more)) = (clause.as_object_mut(), more) {
        keys.extend(more);
    }
    clause
}

fn check(ok: bool) -> Value {
    json!({
        "fact": "people", "path": "people[0].name", "op": "covers", "actual": ["a"], "expected": ["a", "b"],
        "ok": ok, "judgement": true, "items": ["a"], "failing": ["b"], "unknown": ["c"], "lacking": ["b"],
        "claimed": ["d"],
    })
}

fn evaluation(class: &str, result: Value, clauses: &[Value]) -> Value {
    let mut evaluation = json!({
        "class": class, "clause": "9.1", "title": text("某服务类"), "without_findings": result,
        "terms": [{"id": "a", "clause": "6.2", "title": text("某评价项"), "weight": 100, "satisfied": 1, "total": 5,
                   "mandatory": {"satisfied": 1, "total": 2}, "points": "1.5"}],
        "clauses": clauses,
    });
    if let (Some(keys), Value::Object(result)) = (evaluation.as_object_mut(), result) {
        keys.extend(result);
    }
    evaluation
}

/// Something in every part. The clauses are ones on which the built-in pack has something to say.
fn rich() -> Value {
    let finding = |effect: &str, rejection: Option<&str>| {
        json!({
            "verdict": "satisfied", "assessor": "某人", "date": "2026-01-01", "reason": "甲\n乙",
            "evidence": ["丙"], "effect": effect, "reason_not_applied": rejection,
        })
    };
    let clauses = [
        clause(
            "6.2.a",
            "not_satisfied",
            "not_satisfied",
            true,
            json!({"checks": [check(false), check(true)]}),
        ),
        clause(
            "9.3.2.g",
            "satisfied",
            "not_satisfied",
            false,
            json!({
                "checks": [check(false)],
                "findings": [finding("raised", None), finding("rejected", Some("hard_check"))],
            }),
        ),
        clause(
            "6.2.b",
            "error",
            "error",
            true,
            json!({"message": "规则出错"}),
        ),
        clause(
            "6.2.c",
            "no_evidence",
            "no_evidence",
            false,
            json!({"checks": [check(false)]}),
        ),
        clause(
            "6.2.d",
            "not_applicable",
            "not_applicable",
            false,
            json!({"checks": [check(true)]}),
        ),
    ];
    let person = |decided_by: &str| {
        json!({
            "id": "p-1", "name": "某人", "decided_by": decided_by, "counted_in": ["consulting"],
            "not_counted_in": ["training"], "only_if_accepted": ["consulting"],
        })
    };
    dossier(&json!({
        "provider": {
            "name": "甲\n乙 & <丙>", "unified_social_credit_code": "0", "legal_form": "enterprise", "registered_in": "CN",
            "established_on": "2000-01-01", "registered_capital_yuan": 1, "security_services_since": "2001-01-01",
        },
        "assessment": {"form": "third_party", "purpose": "某目的", "body": "某机构"},
        "evaluations": [
            evaluation("consulting", result("fail", Some("mandatory"), 1), &clauses),
            evaluation("training", result("undetermined", None, 1), &clauses),
            evaluation("protection", result("fail", Some("score"), 5), &clauses[3..]),
        ],
        "external": [{
            "class": "testing", "clause": "9.5", "title": text("某服务类"), "standard": "T/X 1", "standing": "pass_in_force",
            "conclusions": [{
                "standard": "T/X 1", "issuer": "某机构", "number": "1", "result": "pass", "concluded_on": "2025-01-01",
                "valid_until": "2027-01-01", "valid_on_reference_date": true,
            }],
        }],
        "reuse": {
            "most_classes": 3, "classes": ["consulting"], "people": [person("order"), person("name")],
            "notes": [{"id": "a", "text": text("某说明")}],
        },
        "reuse_error": "规则出错",
        "contradictions": [remark()],
        "attachments": {"named": 1, "verified": 0, "without_digest": 0, "remarks": [remark()]},
    }))
}

/// All is well, and there is nothing else to say.
fn plain() -> Value {
    let clauses = [clause(
        "6.2.a",
        "satisfied",
        "satisfied",
        true,
        json!({"checks": [check(true)]}),
    )];
    dossier(&json!({
        "evaluations": [evaluation("consulting", result("pass", Some("score"), 5), &clauses)],
    }))
}

/// Nothing was evaluated.
fn empty() -> Value {
    dossier(&json!({}))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_reports_can_be_read() {
        assert_eq!(super::all().len(), 3);
    }
}
