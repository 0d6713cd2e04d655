//! Schemes (7.3): what an assessment plan changes, and that every report says so.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod common;
#[path = "common/workbook.rs"]
mod workbook;

use ciieval::evaluation;
use ciieval::pack::Pack;
use ciieval::scheme::{Plan, Scheme, skeleton};
use ciieval::text::Language;
use common::{Ran, ciieval, write};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const HUAHENG: &str = "fixtures/dossiers/huaheng.yaml";
const FORMATS: [&str; 11] = [
    "text", "json", "ndjson", "html", "docx", "xlsx", "csv", "junit", "sarif", "github", "markdown",
];

fn scheme(more: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.yaml");
    fs::write(&path, format!("schema: ciieval/scheme/v1\n{more}")).unwrap();
    let path = path.to_string_lossy().into_owned();
    (folder, path)
}

fn under(more: &str, arguments: &[&str]) -> Ran {
    let (_folder, path) = scheme(more);
    let mut all = vec!["check", "--scheme", &path];
    all.extend(arguments);
    ciieval(&all)
}

fn report(more: &str, dossier: &str) -> Value {
    let ran = under(more, &[dossier, "--format", "json", "--quiet"]);
    serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}{}", ran.out, ran.err))
}

fn first(report: &Value) -> &Value {
    &report["dossiers"][0]["evaluations"][0]
}

fn clause<'r>(report: &'r Value, id: &str) -> &'r Value {
    let clauses = first(report)["clauses"].as_array().unwrap();
    clauses.iter().find(|clause| clause["id"] == id).unwrap()
}

/// The exemplary dossier with something changed, as a JSON file.
fn changed(folder: &Path, change: impl FnOnce(&mut Value)) -> String {
    let text = fs::read_to_string(HUAHENG).unwrap();
    let mut evidence: Value = serde_yaml::from_str(&text).unwrap();
    change(&mut evidence);
    write(folder, "dossier.json", &evidence)
}

/// What people and programs read in a report: of archives the texts of all parts, without markup.
fn said(file: &Path, format: &str) -> String {
    let mut text = String::new();
    if ["docx", "xlsx"].contains(&format) {
        for part in workbook::parts(file) {
            if part.contains(".xml") && !part.contains(".rels") {
                text += &workbook::part(file, &part);
            }
        }
    } else {
        text = fs::read_to_string(file).unwrap();
    }
    if format == "github" {
        text = text.replace("%25", "%");
    }
    if ["docx", "xlsx", "html"].contains(&format) {
        let hidden =
            regex::Regex::new(r"(?s)<(script|style)\b.*?</(script|style)>|<[^>]*>").unwrap();
        text = hidden.replace_all(&text, "").into_owned();
    }
    text
}

#[test]
fn a_scheme_that_says_nothing_changes_nothing() {
    let plain = ciieval(&["check", HUAHENG, "--format", "json", "--quiet"]);
    let plain: Value = serde_json::from_str(&plain.out).unwrap();
    let under = report("", HUAHENG);
    assert_eq!(first(&plain), first(&under));
    assert_eq!(under["scheme"]["plan"]["minimum_evidence"], "declared");
    assert!(plain.get("scheme").is_none());
}

#[test]
fn skeletons_are_valid_as_they_stand_and_filled_in() {
    let folder = tempfile::tempdir().unwrap();
    let pack = Pack::load(&[]).unwrap();
    for language in [Language::Chinese, Language::English] {
        let text = skeleton(language);
        // Examples have no space behind the mark, or several.
        let filled = text.lines().map(|line| match line.strip_prefix('#') {
            Some(rest) if !rest.starts_with(' ') || rest.starts_with("  ") => rest,
            _ => line,
        });
        let filled: Vec<&str> = filled.collect();
        let read = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            Scheme::read(&path, &pack).unwrap().plan
        };
        let plan = read("plain.yaml", text);
        let nothing = Plan {
            schema: plan.schema.clone(),
            ..Plan::default()
        };
        assert_eq!(plan, nothing);
        let plan = read("filled.yaml", &filled.join("\n"));
        let all = serde_json::to_value(&plan).unwrap();
        let schema = ciieval::schema::published_for_schemes(&pack);
        let known = schema["properties"].as_object().unwrap();
        let missing: Vec<_> = known.keys().filter(|key| all.get(*key).is_none()).collect();
        assert!(
            missing.is_empty(),
            "the skeleton has no example of {missing:?}"
        );
    }
}

#[test]
fn init_writes_a_new_file_and_never_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.yaml");
    let path = path.to_str().unwrap();
    assert_eq!(
        ciieval(&["init", "scheme", "--lang", "zh", "-o", path]).code,
        0
    );
    assert_eq!(
        fs::read_to_string(path).unwrap(),
        skeleton(Language::Chinese)
    );
    let again = ciieval(&["init", "scheme", "-o", path]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("is there already"), "{}", again.err);
    assert_eq!(
        fs::read_to_string(path).unwrap(),
        skeleton(Language::Chinese)
    );
    assert_eq!(
        ciieval(&["init", "scheme", "--lang", "en"]).out,
        skeleton(Language::English)
    );
}

#[test]
fn adjusted_weights_count_and_are_told() {
    // One of ten clauses of 8.1 is not satisfied: at weight 5 it costs 0.5, at weight 8 it costs 0.8.
    let folder = tempfile::tempdir().unwrap();
    let dossier = changed(folder.path(), |evidence| {
        evidence["findings"] = json!([common::finding("8.1.a", "not_satisfied")]);
    });
    let dossier = dossier.as_str();
    let score = |report: &Value| first(report)["score"].clone();
    let plain = report("", dossier);
    let adjusted = report(
        "weights:\n- terms: [{term: organization, weight: 8}, {term: project_management, weight: 9}]\n  reason: 侧重组织管理\n",
        dossier,
    );
    assert_eq!(
        (score(&plain), score(&adjusted)),
        (json!("99.5"), json!("99.2"))
    );
    let deviation = &first(&adjusted)["deviations"][0];
    assert_eq!(
        (&deviation["id"], &deviation["under_7_4"]),
        (&json!("weights"), &json!(true))
    );
    let text = deviation["text"]["zh"].as_str().unwrap();
    for part in [
        "8.1 组织管理 5 % → 8 %",
        "8.2 项目管理 12 % → 9 %",
        "侧重组织管理",
    ] {
        assert!(text.contains(part), "{text}");
    }
    assert!(
        first(&adjusted).get("not_under_7_4").is_none(),
        "7.3 b lets weights be adjusted"
    );
    let other = report(
        "weights:\n- classes: [training]\n  terms: [{term: organization, weight: 8}, {term: project_management, weight: 9}]\n  reason: x\n",
        dossier,
    );
    assert_eq!(score(&other), json!("99.5"), "the weights of another class");
}

#[test]
fn clauses_that_do_not_apply_can_be_left_out() {
    let report = report("not_applicable: left_out\n", HUAHENG);
    let evaluation = first(&report);
    let term = |id: &str| {
        let terms = evaluation["terms"].as_array().unwrap();
        terms.iter().find(|term| term["id"] == id).unwrap()
    };
    // Remote service is declared absent as a whole, of the supply chain one clause of three.
    assert_eq!(
        (
            &term("remote_service")["total"],
            &term("remote_service")["points"]
        ),
        (&json!(0), &json!("0"))
    );
    assert_eq!(
        (
            &term("supply_chain")["satisfied"],
            &term("supply_chain")["total"]
        ),
        (&json!(2), &json!(2))
    );
    assert_eq!(
        evaluation["score"], "100",
        "the weights of what is left are out of 100 again"
    );
    assert_eq!(evaluation["not_under_7_4"], true);
    let compliance = &evaluation["compliance"];
    let left = evaluation["clauses"].as_array().unwrap().iter();
    let left = left
        .filter(|clause| clause["status"] != "not_applicable")
        .count();
    assert_eq!(compliance["total"], left);
}

#[test]
fn a_score_with_terms_left_out_is_exact() {
    // 100 points less one of ten clauses of 8.1, out of the weights that are left: the terms of remote
    // service (3) and continuity (3) have no clause left, so that one clause costs 5 / 10 × 100 / 94.
    let folder = tempfile::tempdir().unwrap();
    let dossier = changed(folder.path(), |evidence| {
        evidence["findings"] = json!([common::finding("8.1.a", "not_satisfied")]);
    });
    let report = report("not_applicable: left_out\n", &dossier);
    assert_eq!(first(&report)["score_exact"], "4675/47");
}

#[test]
fn a_class_can_be_restricted_to_items() {
    let report = report(
        "classes: [consulting]\nitems: [consulting.planning]\n",
        HUAHENG,
    );
    let evaluation = first(&report);
    let ids = evaluation["clauses"].as_array().unwrap().iter();
    let mut own: Vec<&str> = ids.map(|clause| clause["id"].as_str().unwrap()).collect();
    own.retain(|id| id.starts_with("9."));
    assert_eq!(own.len(), 7);
    assert!(own.iter().all(|id| id.starts_with("9.1.1.")), "{own:?}");
    assert_eq!(evaluation["compliance"]["total"], 7 + 78 + 7);
    assert_eq!(evaluation["not_under_7_4"], true);
}

#[test]
fn only_what_is_documented_counts_where_a_scheme_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let attachment = || json!([{"file": "a.pdf"}]);
    let dossier = changed(folder.path(), |evidence| {
        evidence["provider"]["attachments"] = attachment();
    });
    let documented = report("minimum_evidence: documented\n", &dossier);
    assert_eq!(clause(&documented, "6.2.b")["status"], "satisfied");
    let people = clause(&documented, "6.2.c");
    assert_eq!(people["status"], "no_evidence");
    let check = people["checks"].as_array().unwrap().last().unwrap();
    assert_eq!(check["fact"], "evidence.grade");
    assert_eq!(
        (&check["actual"], &check["expected"]),
        (&json!("declared"), &json!("documented"))
    );
    assert_eq!(check["path"], "people");
    assert!(!check["failing"].as_array().unwrap().is_empty());
    let verified = report("minimum_evidence: verified\n", &dossier);
    assert_eq!(
        clause(&verified, "6.2.b")["status"],
        "no_evidence",
        "an attachment is no verification"
    );
}

#[test]
fn of_entries_that_are_counted_enough_must_have_the_grade() {
    // 8.1.f asks for three people with a certificate in project management; three are counted.
    let folder = tempfile::tempdir().unwrap();
    let with = |count: usize| {
        let counted = ["p13", "p22", "p31"];
        let dossier = changed(folder.path(), |evidence| {
            for person in evidence["people"].as_array_mut().unwrap() {
                let id = person["id"].as_str().unwrap().to_owned();
                if counted[..count].contains(&id.as_str()) {
                    person["attachments"] = json!([{"file": "certificate.pdf"}]);
                }
            }
        });
        let report = report("minimum_evidence: documented\n", &dossier);
        let clause = clause(&report, "8.1.f").clone();
        (
            clause["status"].clone(),
            clause["checks"].as_array().unwrap().last().unwrap()["failing"].clone(),
        )
    };
    let plain = report("", HUAHENG);
    let check = &clause(&plain, "8.1.f")["checks"][0];
    let required = usize::try_from(check["expected"].as_u64().unwrap()).unwrap();
    assert_eq!(check["items"], json!(["p13", "p22", "p31"]));
    assert_eq!(with(required).0, "satisfied");
    let (status, failing) = with(required - 1);
    assert_eq!(status, "no_evidence");
    assert_eq!(failing.as_array().unwrap().len(), 3 - (required - 1));
}

#[test]
fn a_grade_never_makes_a_clause_better() {
    let order =
        |status: &Value| ["satisfied", "not_applicable"].contains(&status.as_str().unwrap());
    for dossier in [
        "fixtures/dossiers/tianqing.yaml",
        "fixtures/dossiers/xinyuan.yaml",
    ] {
        let plain = report("", dossier);
        let graded = report("minimum_evidence: documented\n", dossier);
        let of = |report: &Value| -> Vec<Value> {
            let evaluations = report["dossiers"][0]["evaluations"].as_array().unwrap();
            evaluations
                .iter()
                .flat_map(|it| it["clauses"].as_array().unwrap().clone())
                .collect()
        };
        for (before, after) in of(&plain).iter().zip(&of(&graded)) {
            assert!(
                !order(&after["status"]) || order(&before["status"]),
                "{}",
                before["id"]
            );
        }
    }
}

#[test]
fn what_experts_verified_is_verified() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = changed(folder.path(), |evidence| {
        evidence["verifications"] = json!([
            {"subject": "provider", "by": "李明", "date": "2026-06-20", "how": "original"},
        ]);
    });
    let plan = |experts: &str| format!("minimum_evidence: verified\nexperts: [{experts}]\n");
    let by_expert = report(&plan("{id: e1, name: 李明}"), &dossier);
    assert_eq!(clause(&by_expert, "6.2.b")["status"], "satisfied");
    let by_another = report(&plan("{id: e1, name: 王芳}"), &dossier);
    assert_eq!(clause(&by_another, "6.2.b")["status"], "no_evidence");
}

#[test]
fn verifications_of_what_is_not_there_are_errors() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = changed(folder.path(), |evidence| {
        evidence["verifications"] = json!([
            {"subject": "people", "ids": ["p13", "p1313"], "by": "x", "date": "2026-06-20", "how": "original"},
            {"subject": "positions", "ids": ["a"], "by": "x", "date": "2026-06-20", "how": "on_site"},
            {"subject": "collections", "by": "x", "date": "2026-06-20", "how": "register"},
        ]);
    });
    let ran = ciieval(&["check", &dossier]);
    assert_eq!(ran.code, 3);
    for part in [
        "verifications[0].ids[1]: verifies `p1313`, which is not in `people`",
        "verifications[1].ids[0]: entries of `positions` have no ids",
        "verifications[2].subject: verifies `collections`, which the dossier does not have",
    ] {
        assert!(ran.err.contains(part), "{part}\n{}", ran.err);
    }
}

#[test]
fn where_experts_are_named_only_they_raise_a_clause_and_anybody_lowers_it() {
    let folder = tempfile::tempdir().unwrap();
    // The trainer's certificate is of another kind than those named: an assessor may accept it (8.10.d).
    let text = fs::read_to_string("fixtures/cases/exemplary.yaml").unwrap();
    let mut evidence: Value = serde_yaml::from_str(&text).unwrap();
    let people = evidence["people"].as_array_mut().unwrap();
    let trainer = people.iter_mut().find(|it| it["id"] == "p06").unwrap();
    trainer["certificates"][0]["kind"] = json!("other_security");
    evidence["findings"] = json!([
        common::finding("8.10.d", "satisfied"),
        common::finding("8.1.a", "not_satisfied"),
    ]);
    let dossier = write(folder.path(), "dossier.json", &evidence);
    let of = |name: &str| report(&format!("experts: [{{id: e1, name: {name}}}]\n"), &dossier);
    let by_expert = of("赵六");
    let by_another = of("王芳");
    assert_eq!(
        clause(&by_expert, "8.10.d")["findings"][0]["effect"],
        "raised"
    );
    let rejected = &clause(&by_another, "8.10.d")["findings"][0];
    assert_eq!(
        (&rejected["effect"], &rejected["reason_not_applied"]),
        (&json!("rejected"), &json!("no_expert"))
    );
    for report in [by_expert, by_another] {
        assert_eq!(clause(&report, "8.1.a")["status"], "not_satisfied");
    }
}

#[test]
fn dossiers_of_another_day_are_not_evaluated() {
    let ran = under("reference_date: 2026-07-01\n", &[HUAHENG]);
    assert_eq!(ran.code, 3);
    assert!(
        ran.err.contains(
            "assessment.reference_date: is 2026-06-30, and the scheme asks for 2026-07-01"
        ),
        "{}",
        ran.err
    );
    assert_eq!(under("reference_date: 2026-06-30\n", &[HUAHENG]).code, 0);
}

#[test]
fn a_scheme_says_which_classes() {
    let tianqing = "fixtures/dossiers/tianqing.yaml";
    let report = report("classes: [training]\n", tianqing);
    let classes = report["dossiers"][0]["evaluations"].as_array().unwrap();
    let classes: Vec<&Value> = classes.iter().map(|it| &it["class"]).collect();
    assert_eq!(classes, ["training"]);
    let other = under(
        "classes: [training]\n",
        &[tianqing, "--class", "consulting"],
    );
    assert_eq!(other.code, 2);
    assert!(
        other
            .err
            .contains("the scheme does not evaluate class `consulting`"),
        "{}",
        other.err
    );
}

#[test]
fn schemes_that_do_not_fit_are_errors_with_their_places() {
    let wrong = [
        (
            "weights:\n- terms: [{term: organization, weight: 9}]\n  reason: x\n",
            "plan.yaml:3:10: weights[0].terms: with these weights the terms of class `consulting` weigh 104 %, not 100 %",
        ),
        (
            "weights:\n- terms: [{term: organisation, weight: 5}]\n  reason: x\n",
            "did you mean `organization`?",
        ),
        (
            "weights:\n- classes: [consulting]\n  terms: [{term: training, weight: 30}]\n  reason: x\n",
            "term `training` is none of the classes that these weights hold for",
        ),
        (
            "weights:\n- terms: [{term: legal, weight: 2}, {term: legal, weight: 2}]\n  reason: x\n",
            "term `legal` has a weight already",
        ),
        (
            "assessor: {name: x, leader: e9}\nexperts: [{id: e1, name: y}]\n",
            "plan.yaml:2:29: assessor.leader: refers to `e9`, which is not in `experts`",
        ),
        (
            "items: [consulting.planning]\n",
            "say under `classes` of which classes",
        ),
        (
            "classes: [training]\nitems: [consulting.planning]\n",
            "none of the items is of class `training`",
        ),
        ("clases: [training]\n", "did you mean `classes`?"),
        (
            "minimum_evidence: certain\n",
            "plan.yaml:2:19: minimum_evidence:",
        ),
        (
            "begins_on: 2026-03-01\nends_on: 2026-02-01\n",
            "is before `2026-03-01` of `begins_on`",
        ),
        (
            "validity: {valid_from: 2026-13-01}\n",
            "validity.valid_from",
        ),
    ];
    for (more, message) in wrong {
        let ran = under(more, &[HUAHENG]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{more}{}", ran.err);
        assert!(ran.err.contains(message), "{message}\n{}", ran.err);
    }
    let missing = ciieval(&["check", HUAHENG, "--scheme", "no-such-plan.yaml"]);
    assert_eq!(missing.code, 2);
    assert!(
        missing.err.starts_with("no-such-plan.yaml: cannot be read"),
        "{}",
        missing.err
    );
    assert_eq!(
        ciieval(&["check", HUAHENG, "--scheme", "README.md"]).code,
        2
    );
}

#[test]
fn every_format_lists_every_deviation() {
    let (_folder, path) = scheme(
        "classes: [consulting]\nitems: [consulting.planning]\nnot_applicable: left_out\nminimum_evidence: documented\nweights:\n- terms: [{term: organization, weight: 8}, {term: project_management, weight: 9}]\n  reason: REASON\n",
    );
    let folder = tempfile::tempdir().unwrap();
    let outputs: Vec<String> = FORMATS
        .iter()
        .map(|format| format!("{format}={}", folder.path().join(format).display()))
        .collect();
    let mut arguments = vec![
        "check", HUAHENG, "--scheme", &path, "--lang", "en", "--quiet",
    ];
    for output in &outputs {
        arguments.extend(["-o", output]);
    }
    assert_eq!(ciieval(&arguments).code, 1);
    let told = [
        "Only these service items are evaluated: 9.1.1 Security planning consulting",
        "Clauses that do not apply are in neither numerator nor denominator",
        "8.1 Organization management 5 % → 8 %",
        "Evidence takes an attachment at least",
        "REASON",
    ];
    for format in FORMATS {
        let text = said(&folder.path().join(format), format);
        for part in told {
            assert!(text.contains(part), "{format} does not say: {part}");
        }
        let is_marked = text.contains("not a conclusion under 7.4")
            || text.contains("notUnder7_4")
            || text.contains("not_under_7_4");
        let is_data = ["csv"].contains(&format);
        assert!(is_marked || is_data, "{format} has no mark at the verdict");
    }
    // The summary alone says it too.
    let summary = ciieval(&[
        "check",
        HUAHENG,
        "--scheme",
        &path,
        "--lang",
        "en",
        "--summary",
    ]);
    for part in told {
        assert!(summary.out.contains(part), "{}", summary.out);
    }
}

#[test]
fn the_written_report_has_what_the_scheme_says_of_the_evaluation() {
    let (_folder, path) = scheme(
        "title: TITLE\nnumber: NUMBER\napproved_by: APPROVER\napproved_on: 2026-03-01\nbegins_on: 2026-05-11\nends_on: 2026-06-26\nvisits: [{date: 2026-05-20, place: PLACE}]\npurpose: PURPOSE\nassessor: {name: ASSESSOR, authority: AUTHORITY, address: ADDRESS, contact: CONTACT, leader: e1}\nexperts: [{id: e1, name: LEADER, organization: ORGANIZATION, chosen_for: CHOSEN}]\nvalidity: {use: USE, valid_from: 2026-07-01, valid_until: 2029-06-30, conditions: CONDITIONS}\n",
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.html");
    let output = format!("html={}", file.display());
    assert_eq!(
        ciieval(&[
            "check", HUAHENG, "--scheme", &path, "-o", &output, "--quiet"
        ])
        .code,
        0
    );
    let text = said(&file, "html");
    for part in [
        "TITLE NUMBER",
        "APPROVER",
        "2026-03-01",
        "2026-05-11 – 2026-06-26",
        "2026-05-20 PLACE",
        "PURPOSE",
        "ASSESSOR",
        "AUTHORITY",
        "ADDRESS",
        "CONTACT",
        "LEADER",
        "ORGANIZATION",
        "CHOSEN",
        "USE",
        "2026-07-01",
        "2029-06-30",
        "CONDITIONS",
    ] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn results_of_another_scheme_are_not_taken_from_the_cache() {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("cache");
    let cache = cache.to_str().unwrap();
    let run = |more: &str| {
        under(
            more,
            &[HUAHENG, "--cache", cache, "--format", "json", "--quiet"],
        )
        .out
    };
    let plain = run("");
    let graded = run("minimum_evidence: documented\n");
    assert_ne!(plain, graded);
    assert_eq!(run("minimum_evidence: documented\n"), graded);
    assert_eq!(run(""), plain);
}

#[test]
fn the_library_evaluates_under_a_plan() {
    let pack = Pack::load(&[]).unwrap();
    let class = evaluation::class(&pack, "consulting").unwrap();
    let plan = Plan {
        items: vec!["consulting.design".to_owned()],
        ..Plan::default()
    };
    let terms = plan.terms_of(&pack, class);
    let clauses: u64 = terms.iter().map(ciieval::scheme::PlannedTerm::total).sum();
    assert_eq!(clauses, 7 + 78 + 7);
    assert_eq!(terms.iter().map(|term| term.weight).sum::<u32>(), 100);
}
