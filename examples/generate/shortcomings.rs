//! Shortcomings: each function changes an exemplary dossier so that the clauses in its comment fail and no
//! others, none of them mandatory. Fixtures and providers of mixed quality are put together from them.

use serde_json::{Value, json};

use crate::calendar::{REFERENCE, after};
use crate::register::{each, forget, keep};

/// Those that any provider may have, whatever it offers.
pub const SHORTCOMINGS: [fn(&mut Value); 14] = [
    weak_organization,
    no_archivist,
    weak_project_control,
    plan_without_tools,
    tool_policy_incomplete,
    tool_impact_untested,
    weak_data_protection,
    weak_quality,
    weak_training,
    weak_strategy,
    research_without_results,
    weak_continuity,
    no_archive_policy,
    suppliers_not_evaluated,
];

/// Service items given up by [`only_three_items`].
const GIVEN_UP: [&str; 5] = [
    "consulting.design",
    "consulting.cryptography",
    "consulting.classified_protection",
    "consulting.supervision",
    "assessment.commercial_cryptography",
];

fn document<'a>(dossier: &'a mut Value, kind: &str) -> Option<&'a mut Value> {
    each(dossier, "documents").find(|document| document["kind"] == kind)
}

/// Takes a topic out of the document of that kind.
pub fn drop_topic(dossier: &mut Value, kind: &str, topic: &str) {
    if let Some(document) = document(dossier, kind) {
        keep(document, "topics", |entry| entry != topic);
    }
}

/// 9.1.2 a c e g, 9.1.5 a–e g, 9.1.6 a–f, 9.1.7 a c e f (20 clauses): the provider has no projects, staff or
/// qualifications for design, cryptography, classified protection and supervision.
pub fn only_three_items(dossier: &mut Value) {
    let given_up = |value: &Value| GIVEN_UP.iter().any(|item| value == item);
    let dropped: Vec<Value> = each(dossier, "projects")
        .filter(|project| given_up(&project["services"][0]))
        .map(|project| project["id"].clone())
        .collect();
    keep(dossier, "projects", |project| {
        !dropped.contains(&project["id"])
    });
    keep(dossier, "agreements", |agreement| {
        !dropped.contains(&agreement["projects"][0])
    });
    keep(dossier, "qualifications", |entry| {
        entry["kind"] != "classified_protection_assessment"
            && entry["kind"] != "commercial_cryptography_testing"
    });
    keep(&mut dossier["provider"], "services_since", |entry| {
        !given_up(&entry["service"])
    });
    for person in each(dossier, "people") {
        keep(person, "services", |entry| !given_up(entry));
        keep(person, "service_experience", |entry| {
            !given_up(&entry["service"])
        });
        keep(person, "certificates", |entry| {
            ![
                "cryptography_technician",
                "cryptography_assessor",
                "classified_protection_senior_assessor",
            ]
            .iter()
            .any(|kind| entry["kind"] == *kind)
        });
    }
}

/// 9.1.1.f and 9.1.2.f: the laboratory does not serve research.
pub fn no_research_laboratory(dossier: &mut Value) {
    for facility in each(dossier, "facilities") {
        keep(facility, "uses", |entry| entry != "cybersecurity_research");
    }
}

/// 9.1.3.e: nobody was assessed on GB/T 38631.
pub fn no_knowledge_of_38631(dossier: &mut Value) {
    for person in each(dossier, "people") {
        for assessment in each(person, "assessments") {
            keep(assessment, "topics", |entry| entry != "gbt_38631");
        }
    }
}

/// 8.1 a b e g i j: the process lacks the phases, a personnel file a part, the technical director a degree;
/// too many on-site staff were replaced, access was revoked late, complaints get no reply.
pub fn weak_organization(dossier: &mut Value) {
    drop_topic(dossier, "service_process", "phase_contents");
    drop_topic(dossier, "complaints_policy", "reply");
    each(dossier, "departures")
        .for_each(|departure| departure["access_revoked_on"] = json!(after(REFERENCE, -490)));
    let mut service_file_cut = false;
    for person in each(dossier, "people") {
        if person["posts"][0] == "technical_director" {
            person["education"]["level"] = json!("college");
        }
        if person["posts"][0] == "service_technician" && !service_file_cut {
            keep(person, "personnel_file", |entry| {
                entry != "social_background"
            });
            service_file_cut = true;
        }
    }
    let first = each(dossier, "projects").find(|project| project["team"][0]["onsite"] == true);
    if let Some(project) = first {
        let taker = project["team"][0]["person"].clone();
        for member in project["team"]
            .as_array_mut()
            .into_iter()
            .flatten()
            .skip(1)
            .take(2)
        {
            member["replaced_by"] = taker.clone();
        }
    }
}

/// 8.1.c: nobody is archivist.
pub fn no_archivist(dossier: &mut Value) {
    for person in each(dossier, "people") {
        if person["posts"][0] == "archivist" {
            person["posts"] = json!(["administrative_staff"]);
        }
    }
}

/// 8.2.2 a b c, 8.2.4 a b c, 8.2.7.d: weak project control, though every mandatory clause is met.
pub fn weak_project_control(dossier: &mut Value) {
    for (index, project) in each(dossier, "projects").enumerate() {
        project["cost"]["method"] = json!("历史经验估算");
        project["cost"]["reviews"] = json!([]);
        keep(project, "risks", |risk| risk["kind"] != "schedule");
        if index == 1 {
            project["resources"]["technology"] = json!([]);
            forget(&mut project["meetings"][0], "minutes");
            let due = project["milestones"][1]["due_on"].clone();
            project["milestones"][1]["due_on"] = project["milestones"][0]["due_on"].clone();
            project["milestones"][1]["reached_on"] = due;
        }
        if index == 2 {
            project["deliverables"][0]["reviews"] = json!([{"date": project["deliverables"][0]["verified_on"], "result": "failed", "by": "技术评审组"}]);
        }
    }
}

/// 8.2.1.c: a service plan does not name the tools.
pub fn plan_without_tools(dossier: &mut Value) {
    if let Some(project) = each(dossier, "projects").nth(3) {
        keep(&mut project["service_plan"], "contents", |entry| {
            entry != "tool_list"
        });
    }
}

/// 8.4.a: the tool policy does not rule on maintenance.
pub fn tool_policy_incomplete(dossier: &mut Value) {
    drop_topic(dossier, "tool_policy", "maintenance");
}

/// 8.4.d: a tool was not tested for its effect on network performance.
pub fn tool_impact_untested(dossier: &mut Value) {
    if let Some(tool) = each(dossier, "tools").find(|tool| tool["id"] == "tool-scan") {
        keep(&mut tool["impact_test"], "aspects", |entry| {
            entry != "network_performance"
        });
    }
}

/// 8.7 b and d: no technical measure protects data, documents are never destroyed.
pub fn weak_data_protection(dossier: &mut Value) {
    dossier["data_protection_measures"] = json!([]);
    drop_topic(dossier, "document_management_policy", "destruction");
}

/// 8.8.1 b c, 8.8.2 a b c: quality work is on paper only.
pub fn weak_quality(dossier: &mut Value) {
    for objective in dossier["quality"]["objectives"]
        .as_array_mut()
        .into_iter()
        .flatten()
    {
        objective["measurements"] = json!([{"date": "2024-12-20", "value": 91}]);
    }
    for position in each(dossier, "positions") {
        if position["post"] == "quality_director" {
            position["reports_to"] = json!("department_head");
        }
    }
    forget(&mut dossier["quality"]["nonconformities"][0], "closed_on");
    forget(&mut dossier["complaints"][0], "replied_on");
    dossier["quality"]["internal_audits"][0]["departments"] = json!(["安全服务部", "内审部"]);
}

/// 8.10 a and c: the training policy lacks records, and the trainer is a beginner.
pub fn weak_training(dossier: &mut Value) {
    drop_topic(dossier, "training_policy", "training_records");
    for training in each(dossier, "trainings") {
        if training["id"] == "tr-pro-1" {
            forget(training, "trainer");
            training["external_trainer"] = json!({"name": "外聘讲师", "security_experience_since": "2025-03-01", "service_projects": ["某单位风险评估项目"]});
        }
    }
}

/// 8.12 a and b: no investment in the year before last, no long-term goal.
pub fn weak_strategy(dossier: &mut Value) {
    keep(&mut dossier["strategy"], "investments", |entry| {
        entry["year"] != 2024
    });
    keep(&mut dossier["strategy"], "goals", |entry| {
        entry["horizon"] != "long_term"
    });
}

/// 8.12.c: research without results.
pub fn research_without_results(dossier: &mut Value) {
    for topic in dossier["strategy"]["research"]
        .as_array_mut()
        .into_iter()
        .flatten()
    {
        topic["results"] = json!([]);
    }
}

/// 8.11 a and b: a client was told late of the effects of the end of a service; on the change of provider,
/// accounts asked for were not handed over.
pub fn weak_continuity(dossier: &mut Value) {
    keep(dossier, "absences", |entry| {
        entry["subject"] != "ended_services_with_impact"
            && entry["subject"] != "provider_replacement"
    });
    if let Some(project) = each(dossier, "projects").next() {
        let until = project["until"].clone();
        project["ending"] =
            json!({"impacts": ["systems"], "notified_on": until, "term_ends_on": until});
        project["replacement"] = json!({
            "successor": "北方网安技术有限公司", "required_items": ["materials", "accounts"], "handed_over": ["materials"], "accepted_on": until, "left_on": until
        });
    }
}

/// 6.2.g: there is no policy on archives.
pub fn no_archive_policy(dossier: &mut Value) {
    keep(dossier, "documents", |entry| {
        entry["kind"] != "archive_policy"
    });
}

/// 8.3.a: there is no policy on the evaluation of suppliers.
pub fn suppliers_not_evaluated(dossier: &mut Value) {
    keep(dossier, "documents", |entry| {
        entry["kind"] != "supplier_evaluation_policy"
    });
}

/// The knowledge and capability clauses of chapter 9: people were assessed in how services are delivered alone,
/// and deliverables do not say what they deal with.
pub fn little_learnt_and_shown(dossier: &mut Value) {
    for person in each(dossier, "people") {
        for assessment in each(person, "assessments") {
            assessment["topics"] = json!(["service_method"]);
        }
    }
    for project in each(dossier, "projects") {
        for deliverable in each(project, "deliverables") {
            forget(deliverable, "topics");
        }
    }
}
