//! Whom the report is about and who made it (7.3 f).

use serde::Serialize;

use super::{Field, plan, planned};
use crate::report::model::{Assessment, DossierReport, Provider};
use crate::report::parties::{AssessmentForm, LegalForm};
use crate::report::text::names::grouped;
use crate::report::view::phrase::{Phrase, say};
use crate::report::view::speaker::Speaker;
use crate::scheme::{Assessor, Plan};

/// The evaluated body and the evaluator.
#[derive(Debug, Serialize)]
pub struct Parties {
    pub evaluated: Vec<Field>,
    pub evaluator: Vec<Field>,
}

impl Parties {
    pub fn new(speaker: &Speaker, dossier: &DossierReport) -> Self {
        Self {
            evaluated: evaluated(speaker, dossier),
            evaluator: evaluator(dossier),
        }
    }
}

fn evaluated(speaker: &Speaker, dossier: &DossierReport) -> Vec<Field> {
    let provider = &dossier.provider;
    let text = |text: &Option<String>| text.as_deref().map(Phrase::evidence);
    vec![
        Field::of(
            "provider.name",
            say("机构名称", "Name"),
            Some(Phrase::evidence(&provider.name)),
        ),
        Field::of(
            "provider.unified_social_credit_code",
            say("统一社会信用代码", "Unified social credit code"),
            text(&provider.unified_social_credit_code),
        ),
        Field::of(
            "provider.legal_form",
            say("组织类型", "Legal form"),
            legal_form(provider),
        ),
        Field::of(
            "provider.registered_in",
            say("注册地（国家或地区）", "Registered in"),
            text(&provider.registered_in),
        ),
        Field::of(
            "provider.established_on",
            say("成立日期", "Established on"),
            text(&provider.established_on),
        ),
        Field::of(
            "provider.registered_capital",
            say("注册资金", "Registered capital"),
            capital(provider),
        ),
        Field::of(
            "provider.security_services_since",
            say(
                "开始从事网络安全服务日期",
                "In cybersecurity services since",
            ),
            text(&provider.security_services_since),
        ),
        Field::of(
            "provider.applied_for",
            say("申请的服务类", "Classes applied for"),
            Some(speaker.classes(&dossier.applied_for)),
        ),
        Field::empty("provider.address", say("地址", "Address")),
        Field::empty(
            "provider.legal_representative",
            say("法定代表人", "Legal representative"),
        ),
        Field::empty(
            "provider.contact",
            say("联系人及联系方式", "Contact person and how to reach them"),
        ),
    ]
}

fn legal_form(provider: &Provider) -> Option<Phrase> {
    Some(match provider.legal_form? {
        LegalForm::Enterprise => say("企业", "enterprise"),
        LegalForm::PublicInstitution => say("事业单位", "public institution"),
        LegalForm::Other => say("其他", "other"),
    })
}

fn capital(provider: &Provider) -> Option<Phrase> {
    let yuan = grouped(&provider.registered_capital_yuan.as_ref()?.to_string());
    Some(say(&format!("{yuan} 元"), &format!("{yuan} yuan")))
}

fn evaluator(dossier: &DossierReport) -> Vec<Field> {
    let assessor = plan(dossier).and_then(|plan| plan.assessor.as_ref());
    let told = |text: fn(&Assessor) -> &Option<String>| {
        assessor.and_then(|assessor| planned(text(assessor).as_ref()))
    };
    vec![
        Field::of(
            "evaluator.name",
            say("机构名称", "Name"),
            evaluator_name(dossier),
        ),
        Field::of(
            "evaluator.authority",
            say("资质或授权", "Qualification or authority"),
            told(|assessor| &assessor.authority),
        ),
        Field::of(
            "evaluator.address",
            say("地址", "Address"),
            told(|assessor| &assessor.address),
        ),
        Field::of(
            "evaluator.leader",
            say("评价负责人", "Head of the evaluation"),
            plan(dossier).and_then(Plan::leader).map(Phrase::evidence),
        ),
        Field::of(
            "evaluator.contact",
            say("联系人及联系方式", "Contact person and how to reach them"),
            told(|assessor| &assessor.contact),
        ),
    ]
}

/// Who evaluates: the body that the dossier names, or the provider where it assesses itself.
pub fn evaluator_name(dossier: &DossierReport) -> Option<Phrase> {
    let Assessment { form, body, .. } = &dossier.assessment;
    let own = (*form == Some(AssessmentForm::SelfAssessment)).then_some(&dossier.provider.name);
    body.as_ref().or(own).map(|name| Phrase::evidence(name))
}
