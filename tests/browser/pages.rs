//! The pages that the browser opens, and what is to be seen in them, taken from the report model.

use ciieval::dossier;
use ciieval::engine::Engine;
use ciieval::evaluation;
use ciieval::pack::Pack;
use ciieval::report::format;
use ciieval::report::html::Html;
use ciieval::report::model::{DossierReport, ErrorReport, EvaluationReport, Report};
use ciieval::schema::Schema;
use ciieval::score::Verdict;
use ciieval::text::Language;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Text that would be more than text if it could.
const HOSTILE: &str = "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=2>\" onmouseover='x' {{7*7}} \u{202e}&lt;";
/// The same as a reader sees it: what would turn the direction of the text is written out.
const SHOWN: &str = "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=2>\" onmouseover='x' {{7*7}} \\u{202e}&lt;";

/// Writes all pages and `expected.json` into the folder.
pub fn write(folder: &Path) {
    let pack = Pack::load(&[]).unwrap();
    let dossiers = examples(&pack);
    let one = named(&dossiers, "lanting");
    let six = named(&dossiers, "tianqing");
    let hostile = hostile(&six);
    let html = Html::new(Arc::new(pack.clone()), Language::Chinese);
    let page = |name: &str, dossiers: Vec<DossierReport>, errors: Vec<ErrorReport>| {
        let report = Report {
            dossiers,
            errors,
            ..Report::new(&pack)
        };
        let text = format::render(&report, &html).unwrap();
        fs::write(folder.join(name).with_extension("html"), text).unwrap();
    };
    let error = ErrorReport::new(HOSTILE, HOSTILE);
    page("one", vec![one.clone()], Vec::new());
    page("six", vec![six.clone()], Vec::new());
    page("few", dossiers.clone(), Vec::new());
    page("hostile", vec![hostile.clone()], Vec::new());
    page("hostiles", vec![one.clone(), hostile], vec![error]);
    page("many", many(&dossiers, 500), Vec::new());
    let expected = expected(&dossiers, &one, &six);
    fs::write(folder.join("expected.json"), expected.to_string()).unwrap();
}

/// The example dossiers, evaluated. That of six classes has a finding and a conclusion of others too.
fn examples(pack: &Pack) -> Vec<DossierReport> {
    let schema = Schema::new(pack).unwrap();
    let mut engine = Engine::new(pack, Duration::from_secs(120)).unwrap();
    let found = dossier::find(&["fixtures/dossiers".into()]);
    let mut reports = Vec::new();
    for source in found.sources {
        let read = dossier::read(&source, &schema).unwrap();
        let mut evidence = read.evidence;
        if read.path.contains("tianqing") {
            evidence["findings"] = json!([
                {"clause": "8.1.a", "verdict": "not_satisfied", "assessor": "赵六", "date": "2026-06-20",
                 "reason": "现场核验", "evidence": ["访谈记录"]},
            ]);
            evidence["external_conclusions"] = json!([
                {"class": "assessment", "standard": "T/CIIPA 00007", "issuer": "某评价机构", "number": "A-1",
                 "concluded_on": "2025-07-01", "valid_until": "2028-06-30", "result": "pass"},
            ]);
        }
        let classes = evaluation::applied_for(&evidence);
        let classes: Vec<_> = classes
            .iter()
            .map(|id| evaluation::class(pack, id).unwrap())
            .collect();
        let done = evaluation::evaluate(&mut engine, pack, &evidence, &classes).unwrap();
        reports.push(DossierReport::new(
            &read.path,
            &read.sha256,
            &evidence,
            &done,
        ));
    }
    reports
}

fn named(dossiers: &[DossierReport], name: &str) -> DossierReport {
    let found = dossiers.iter().find(|dossier| dossier.path.contains(name));
    found.unwrap().clone()
}

/// As many dossiers, the examples over and over, with most of one class.
fn many(dossiers: &[DossierReport], count: usize) -> Vec<DossierReport> {
    let (large, small): (Vec<_>, Vec<_>) = dossiers
        .iter()
        .cloned()
        .partition(|dossier| dossier.evaluations.len() > 1);
    (1..=count)
        .map(|number| {
            let pick = if number % 25 == 0 { &large } else { &small };
            let mut dossier = pick[number % pick.len()].clone();
            dossier.provider.name = format!("第 {number} 号服务机构");
            dossier.path = format!("dossiers/{number:04}.yaml");
            dossier
        })
        .collect()
}

/// The dossier with hostile text wherever evidence is shown.
fn hostile(dossier: &DossierReport) -> DossierReport {
    let mut dossier = dossier.clone();
    let bad = || HOSTILE.to_owned();
    dossier.provider.name = bad();
    dossier.path = bad();
    dossier.reference_date = bad();
    dossier.evaluations.truncate(1);
    for clause in &mut dossier.evaluations[0].clauses {
        for check in &mut clause.checks {
            check.path = bad();
            check.actual = json!(HOSTILE);
            check.items = vec![json!(HOSTILE), json!({ HOSTILE: HOSTILE })];
            check.failing = vec![json!(HOSTILE)];
        }
        for finding in &mut clause.findings {
            (finding.assessor, finding.reason, finding.date) = (bad(), bad(), bad());
            finding.evidence = vec![bad()];
        }
    }
    for person in &mut dossier.reuse.as_mut().unwrap().people {
        (person.name, person.id) = (bad(), bad());
    }
    for conclusion in &mut dossier.external[0].conclusions {
        (conclusion.issuer, conclusion.number) = (bad(), bad());
    }
    dossier
}

/// What is to be seen, counted in the model.
fn expected(dossiers: &[DossierReport], one: &DossierReport, six: &DossierReport) -> Value {
    let evaluation = &one.evaluations[0];
    let clauses = &evaluation.clauses;
    let count = |keep: &dyn Fn(&ciieval::report::model::ClauseReport) -> bool| {
        clauses.iter().filter(|clause| keep(clause)).count()
    };
    let mut statuses: BTreeMap<String, usize> = BTreeMap::new();
    for clause in clauses {
        let status = serde_json::to_value(clause.status).unwrap();
        *statuses
            .entry(status.as_str().unwrap().to_owned())
            .or_default() += 1;
    }
    let ids = |evaluations: &[EvaluationReport]| -> BTreeSet<String> {
        let clauses = evaluations
            .iter()
            .flat_map(|evaluation| &evaluation.clauses);
        clauses.map(|clause| clause.id.clone()).collect()
    };
    let places: BTreeSet<&str> = clauses
        .iter()
        .flat_map(|clause| &clause.checks)
        .map(|check| check.path.as_str())
        .collect();
    let all = || dossiers.iter().flat_map(|dossier| &dossier.evaluations);
    let in_six = |class: &str| {
        let found = six
            .evaluations
            .iter()
            .find(|evaluation| evaluation.class == class);
        found.unwrap().clauses.len()
    };
    json!({
        "name": one.provider.name,
        "terms": evaluation.terms.len(),
        "clauses": clauses.len(),
        "ids": ids(&one.evaluations),
        "places": places,
        "statuses": statuses,
        "mandatory": count(&|clause| clause.mandatory),
        "mandatory_short": count(&|clause| clause.mandatory && !clause.status.counts()),
        "mandatory_of_organization": count(&|clause| clause.mandatory && clause.term == "organization"),
        "six_clauses": six.evaluations.iter().map(|one| one.clauses.len()).sum::<usize>(),
        "six_ids": ids(&six.evaluations),
        "training_clauses": in_six("training"),
        "judged": six.evaluations.iter().flat_map(|one| &one.clauses).filter(|clause| !clause.findings.is_empty()).count(),
        "names": dossiers.iter().map(|dossier| &dossier.provider.name).collect::<Vec<_>>(),
        "rows": dossiers.iter().map(|dossier| dossier.overview.classes.len()).sum::<usize>(),
        "passes": all().filter(|one| one.result.verdict == Verdict::Pass).count(),
        "failed": failed(dossiers),
        "hostile_shown": SHOWN,
    })
}

/// How many dossiers fail each clause that one of them fails.
fn failed(dossiers: &[DossierReport]) -> BTreeMap<String, usize> {
    let mut failed = BTreeMap::new();
    for dossier in dossiers {
        let clauses = dossier.evaluations.iter().flat_map(|one| &one.clauses);
        let short = clauses.filter(|clause| !clause.status.counts());
        for id in short.map(|clause| &clause.id).collect::<BTreeSet<_>>() {
            *failed.entry(id.clone()).or_default() += 1;
        }
    }
    failed
}
