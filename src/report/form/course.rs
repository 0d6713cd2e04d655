//! How the evaluation went (7.3 d, e): its form, days and methods, and its six steps.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Field, plan, planned};
use crate::finding::Effect;
use crate::report::model::{DossierReport, FindingReport, Tool};
use crate::report::parties::AssessmentForm;
use crate::report::view::phrase::{Phrase, say};
use crate::report::view::speaker::Speaker;
use crate::scheme::{Expert, Plan};

/// How the evaluation went.
#[derive(Debug, Serialize)]
pub struct Course {
    pub facts: Vec<Field>,
    pub steps: Vec<Step>,
}

/// A step of an evaluation.
#[derive(Debug, Serialize)]
pub struct Step {
    pub number: u32,
    pub name: Phrase,
    /// What is known of it.
    pub said: Vec<Phrase>,
    /// What people fill in.
    pub fields: Vec<Field>,
}

impl Course {
    pub fn new(speaker: &Speaker, dossier: &DossierReport) -> Self {
        Self {
            facts: facts(speaker, dossier),
            steps: steps(speaker, dossier),
        }
    }
}

fn facts(speaker: &Speaker, dossier: &DossierReport) -> Vec<Field> {
    let form = dossier.assessment.form.map(|form| match form {
        AssessmentForm::SelfAssessment => say("自评估", "self-assessment"),
        AssessmentForm::ThirdParty => say("第三方评估", "third-party assessment"),
    });
    let purpose = dossier.assessment.purpose.as_deref();
    vec![
        Field::of(
            "course.form",
            say("评价形式", "Form of the evaluation"),
            form,
        ),
        Field::of(
            "course.purpose",
            say("评价目的", "Purpose"),
            purpose.map(Phrase::evidence),
        ),
        Field::of(
            "course.basis",
            say("评价依据", "Evaluated against"),
            standard(speaker),
        ),
        Field::of(
            "course.reference_date",
            say("评价基准日", "Reference date"),
            Some(Phrase::evidence(&dossier.reference_date)),
        ),
        Field::of(
            "course.methods",
            say("评价方法", "Methods"),
            Some(methods(dossier)),
        ),
        Field::empty(
            "course.other_methods",
            say(
                "其他方法（访谈、现场核验等）",
                "Other methods (interviews, visits …)",
            ),
        ),
        Field::of(
            "course.period",
            say("评价起止日期", "First and last day of the evaluation"),
            plan(dossier).and_then(period),
        ),
        Field::of(
            "course.places",
            say("现场评价的日期和地点", "Days and places of visits"),
            plan(dossier).and_then(visits),
        ),
    ]
}

fn period(plan: &Plan) -> Option<Phrase> {
    let (begins, ends) = (plan.begins_on.as_deref(), plan.ends_on.as_deref());
    let (begins, ends) = (begins?, ends.unwrap_or_default());
    Some(Phrase::evidence(format!("{begins} – {ends}").trim_end()))
}

fn visits(plan: &Plan) -> Option<Phrase> {
    let visits = plan.visits.iter();
    let visits: Vec<String> = visits
        .map(|it| format!("{} {}", it.date, it.place))
        .collect();
    let joined = say(&visits.join("；"), &visits.join("; "));
    (!visits.is_empty()).then_some(joined)
}

/// The plan by name and number.
fn named(plan: &Plan) -> Option<Phrase> {
    let parts = [&plan.title, &plan.number];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    (!parts.is_empty()).then(|| Phrase::evidence(&parts.join(" ")))
}

/// The standard by name and edition.
fn standard(speaker: &Speaker) -> Option<Phrase> {
    let (_, manifest) = speaker.pack.manifests.first()?;
    let edition = manifest.edition.clone().unwrap_or_default();
    let whole = |title: &str, edition: &str, open: &str, close: &str| {
        let edition = if edition.is_empty() {
            String::new()
        } else {
            format!("{open}{edition}{close}")
        };
        format!("{title}{edition}")
    };
    let title = &manifest.title;
    Some(say(
        &whole(&title.zh, &edition.zh, "（", "）"),
        &whole(&title.en, &edition.en, " (", ")"),
    ))
}

fn methods(dossier: &DossierReport) -> Phrase {
    if findings(dossier).next().is_none() {
        return say(
            "核查证据卷宗：每一条款由一条规则按卷宗记录的事实判定。",
            "Examination of the evidence: a rule for each clause decides on the facts that the dossier records.",
        );
    }
    say(
        "核查证据卷宗：每一条款由一条规则按卷宗记录的事实判定；需要人工判断的，由评价人员判定并写明理由和查阅的材料。",
        "Examination of the evidence: a rule for each clause decides on the facts that the dossier records; what takes judgement is judged by assessors, with reasons and the material they looked at.",
    )
}

fn findings(dossier: &DossierReport) -> impl Iterator<Item = &FindingReport> {
    let clauses = dossier
        .evaluations
        .iter()
        .flat_map(|evaluation| &evaluation.clauses);
    clauses.flat_map(|clause| &clause.findings)
}

/// The assessors with the days of their first and last finding.
pub fn assessors(dossier: &DossierReport) -> BTreeMap<&str, (&str, &str)> {
    let mut assessors: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for finding in findings(dossier) {
        let date = finding.date.as_str();
        let days = assessors.entry(&finding.assessor).or_insert((date, date));
        *days = (days.0.min(date), days.1.max(date));
    }
    assessors
}

fn steps(speaker: &Speaker, dossier: &DossierReport) -> Vec<Step> {
    let date = |id| Field::empty(id, say("完成日期", "Done on"));
    let purpose = dossier.assessment.purpose.as_deref().map(Phrase::evidence);
    let names = [
        say("确定评价目的", "Setting the purpose"),
        say("制定评价方案", "Making the plan"),
        say("收集评价信息", "Collecting information"),
        say("遴选评价专家", "Choosing experts"),
        say("综合分析评价", "Analysis and evaluation"),
        say("形成评价结果", "Result"),
    ];
    let plan_said = dossier.assessment.scheme.as_ref().map(|scheme| {
        let sha256 = &scheme.sha256;
        say(
            &format!("评价方案摘要 SHA-256：{sha256}"),
            &format!("SHA-256 of the plan: {sha256}"),
        )
    });
    let contents: [(Vec<Phrase>, Vec<Field>); 6] = [
        match purpose {
            Some(purpose) => (vec![purpose], vec![date("step1.date")]),
            None => (
                Vec::new(),
                vec![
                    Field::empty("step1.purpose", say("评价目的", "Purpose")),
                    date("step1.date"),
                ],
            ),
        },
        (
            plan_said.into_iter().collect(),
            vec![
                Field::of(
                    "step2.plan",
                    say("方案名称及编号", "Name and number of the plan"),
                    plan(dossier).and_then(named),
                ),
                Field::of(
                    "step2.approved_by",
                    say("批准人", "Approved by"),
                    plan(dossier).and_then(|plan| planned(plan.approved_by.as_ref())),
                ),
                Field {
                    value: plan(dossier).and_then(|plan| planned(plan.approved_on.as_ref())),
                    ..date("step2.date")
                },
            ],
        ),
        (information(dossier), vec![date("step3.date")]),
        (
            experts(dossier),
            vec![
                Field::empty(
                    "step4.others",
                    say(
                        "其他专家及遴选方式",
                        "Other experts, and how they were chosen",
                    ),
                ),
                date("step4.date"),
            ],
        ),
        (analysis(speaker, dossier), vec![date("step5.date")]),
        (result(speaker, dossier), vec![date("step6.date")]),
    ];
    (1..)
        .zip(names.into_iter().zip(contents))
        .map(|(number, (name, (said, fields)))| Step {
            number,
            name,
            said,
            fields,
        })
        .collect()
}

fn information(dossier: &DossierReport) -> Vec<Phrase> {
    let (path, day, sha256) = (&dossier.path, &dossier.reference_date, &dossier.sha256);
    vec![
        say(
            &format!("证据卷宗 {path}，所载事实以 {day} 为基准日。"),
            &format!("The dossier {path}, looked at as of {day}."),
        ),
        say(
            &format!("卷宗摘要 SHA-256：{sha256}"),
            &format!("SHA-256 of the dossier: {sha256}"),
        ),
    ]
}

fn experts(dossier: &DossierReport) -> Vec<Phrase> {
    let planned = plan(dossier).map_or(&[][..], |plan| &plan.experts);
    let mut said: Vec<Phrase> = planned.iter().map(expert).collect();
    said.push(judges(dossier));
    said
}

/// An expert of the plan.
fn expert(expert: &Expert) -> Phrase {
    let parts = [&expert.organization, &expert.chosen_for];
    let parts = parts.into_iter().flatten().map(String::as_str);
    let parts: Vec<&str> = [expert.name.as_str()].into_iter().chain(parts).collect();
    say(&parts.join("，"), &parts.join(", "))
}

/// Those who made findings.
fn judges(dossier: &DossierReport) -> Phrase {
    let assessors = assessors(dossier);
    if assessors.is_empty() {
        return say(
            "卷宗中没有评价人员的判定。",
            "The dossier has no findings of assessors.",
        );
    }
    let named = |open: &str, close: &str, between: &str| {
        let named = assessors.iter().map(|(name, (first, last))| {
            let days = if first == last {
                (*first).to_owned()
            } else {
                format!("{first} – {last}")
            };
            format!("{name}{open}{days}{close}")
        });
        named.collect::<Vec<_>>().join(between)
    };
    say(
        &format!("在卷宗中作出判定的评价人员：{}。", named("（", "）", "、")),
        &format!(
            "Assessors with findings in the dossier: {}.",
            named(" (", ")", ", ")
        ),
    )
}

fn analysis(speaker: &Speaker, dossier: &DossierReport) -> Vec<Phrase> {
    let Tool { name, version } = Tool::this();
    let clauses: usize = dossier.evaluations.iter().map(|it| it.clauses.len()).sum();
    let packs = speaker.pack.identities.iter();
    let packs: Vec<String> = packs
        .map(|pack| format!("{} {}", pack.id, pack.version))
        .collect();
    let mut said = vec![say(
        &format!(
            "用 {name} {version} 按规则包 {} 判定条款 {clauses} 条次，规则包的摘要见“依据与说明”。",
            packs.join("、")
        ),
        &format!(
            "{name} {version} decided clauses in {clauses} places by the rule packs {}; their digests are under “Basis and notes”.",
            packs.join(", ")
        ),
    )];
    let all = findings(dossier).count();
    if all > 0 {
        let changed = findings(dossier)
            .filter(|finding| matches!(finding.effect, Effect::Raised | Effect::Lowered))
            .count();
        said.push(say(
            &format!("评价人员的判定 {all} 条，其中 {changed} 条改变了条款的结果。"),
            &format!(
                "Findings of assessors: {all}, of which {changed} changed the result of a clause."
            ),
        ));
    }
    said
}

fn result(speaker: &Speaker, dossier: &DossierReport) -> Vec<Phrase> {
    let verdicts = dossier.evaluations.iter().map(|evaluation| {
        let verdict = speaker.verdict(&evaluation.result);
        let title = &evaluation.title;
        say(
            &format!("{}：{}", title.zh, verdict.zh),
            &format!("{}: {}", title.en, verdict.en),
        )
    });
    verdicts.collect()
}
