//! What a layout can ask for, in one language: docs/report-template.md says what there is.

use serde::Serialize;

use super::localized::{localized, tag};
use super::sections::Sections;
use super::writer::suffix;
use crate::dossier::Places;
use crate::pack::Pack;
use crate::pack::catalogue::ClauseId;
use crate::report::form::{Form, Texts, blank};
use crate::report::format::End;
use crate::report::model::{Assessment, DossierReport, Head, PackReport, Provider, Tool};
use crate::report::remark::across_title;
use crate::report::view::about::{self, Contradiction};
use crate::report::view::clause::ClauseView;
use crate::report::view::dossier::{ClassView, DossierView, ExternalView};
use crate::report::view::evaluation::EvaluationView;
use crate::report::view::phrase::Phrase;
use crate::report::view::remarks::{RemarkView, RemarksView};
use crate::report::view::reuse::ReuseView;
use crate::report::view::speaker::Speaker;
use crate::text::Language;

/// A report.
#[derive(Serialize)]
struct Model<'a> {
    language: &'static str,
    text: Texts,
    blank: Phrase,
    sections: &'a Sections,
    provider: &'a Provider,
    assessment: AssessmentModel<'a>,
    dossier: File<'a>,
    reference_date: &'a str,
    applied_for: &'a Phrase,
    pass_mark: u32,
    classes: &'a [ClassView],
    classes_note: &'a Phrase,
    evaluations: Vec<EvaluationModel<'a>>,
    judged: Vec<Judged<'a>>,
    external: &'a [ExternalView],
    reuse: &'a Option<ReuseView>,
    reuse_error: &'a Option<String>,
    remarks: &'a [RemarksView],
    form: Form,
    contradictions: Vec<Contradiction>,
    packs: &'a [PackReport],
    scheme_sha256: &'a str,
    options: String,
    tool: &'a Tool,
}

/// What the dossier says of the assessment; nothing is left out here.
#[derive(Serialize)]
struct AssessmentModel<'a> {
    form: Option<crate::report::parties::AssessmentForm>,
    purpose: &'a Option<String>,
    body: &'a Option<String>,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    sha256: &'a str,
}

/// A class with what falls short in it.
#[derive(Serialize)]
struct EvaluationModel<'a> {
    number: String,
    #[serde(flatten)]
    view: &'a EvaluationView,
    mandatory_short: Vec<&'a ClauseView>,
    other_short: Vec<&'a ClauseView>,
    all_satisfied: bool,
}

/// A clause on which assessors judged.
#[derive(Serialize)]
struct Judged<'a> {
    class: &'a Phrase,
    clause: &'a ClauseView,
}

/// What a list of several reports can ask for.
#[derive(Serialize)]
struct ListModel<'a> {
    language: &'static str,
    text: Texts,
    blank: Phrase,
    reports: Vec<serde_json::Value>,
    errors: &'a [String],
    across_title: Phrase,
    across: Vec<RemarkView>,
    counts: CountsModel,
    partial: bool,
    packs: &'a [PackReport],
    scheme_sha256: &'a str,
    options: String,
    tool: &'a Tool,
}

#[derive(Serialize)]
struct CountsModel {
    dossiers: u64,
    pass: u64,
    fail: u64,
    undetermined: u64,
    not_evaluated: u64,
}

/// A line of such a list.
#[derive(Serialize)]
pub struct Line<'a> {
    pub name: &'a str,
    pub path: &'a str,
    pub reference_date: &'a str,
    pub classes: &'a [ClassView],
}

/// A report as a layout sees it, and its line in a list.
pub fn report(
    pack: &Pack,
    head: &Head,
    dossier: &DossierReport,
    places: &Places,
    language: Language,
) -> (serde_json::Value, serde_json::Value) {
    let speaker = Speaker::new(pack);
    let view = DossierView::new(&speaker, dossier, places);
    let sections = Sections::new(&view, language);
    let clauses = dossier
        .evaluations
        .iter()
        .flat_map(|evaluation| &evaluation.clauses);
    let evaluated: Vec<ClauseId> = clauses.map(|clause| ClauseId::new(&clause.id)).collect();
    let model = Model {
        language: tag(language),
        text: Texts::new(),
        blank: blank(),
        sections: &sections,
        provider: &dossier.provider,
        assessment: assessment(&dossier.assessment),
        dossier: File {
            path: &dossier.path,
            sha256: &dossier.sha256,
        },
        reference_date: &dossier.reference_date,
        applied_for: &view.applied_for,
        pass_mark: view.pass_mark,
        classes: &view.classes,
        classes_note: &view.note,
        evaluations: (1..)
            .zip(&view.evaluations)
            .map(|(number, view)| evaluation(&sections, number, view))
            .collect(),
        judged: judged(&view),
        external: &view.external,
        reuse: &view.reuse,
        reuse_error: &view.reuse_error,
        remarks: &view.remarks,
        form: Form::new(&speaker, dossier),
        contradictions: about::contradictions(&about::of(pack, evaluated.iter())),
        packs: &head.packs,
        scheme_sha256: head.options.scheme.as_deref().unwrap_or_default(),
        options: head.options.said(),
        tool: &head.tool,
    };
    let line = Line {
        name: &view.name,
        path: &view.path,
        reference_date: &view.reference_date,
        classes: &view.classes,
    };
    let mut model = localized(&model, language);
    fill_provider(&mut model);
    (model, localized(&line, language))
}

/// The list of several reports as a layout sees it.
pub fn list(
    head: &Head,
    lines: &[serde_json::Value],
    errors: &[String],
    end: &End,
    language: Language,
) -> serde_json::Value {
    let mut reports = lines.to_vec();
    for (number, line) in (1..).zip(&mut reports) {
        if let Some(line) = line.as_object_mut() {
            line.insert("number".to_owned(), number.into());
            line.insert(
                "bookmark".to_owned(),
                format!("report{}", suffix(number)).into(),
            );
        }
    }
    let counts = &end.counts;
    let model = ListModel {
        language: tag(language),
        text: Texts::new(),
        blank: blank(),
        reports,
        errors,
        across_title: Phrase::from(&across_title()),
        across: RemarkView::all(&end.across),
        counts: CountsModel {
            dossiers: counts.dossiers,
            pass: counts.passed,
            fail: counts.failed,
            undetermined: counts.undetermined,
            not_evaluated: counts.not_evaluated,
        },
        partial: end.partial,
        packs: &head.packs,
        scheme_sha256: head.options.scheme.as_deref().unwrap_or_default(),
        options: head.options.said(),
        tool: &head.tool,
    };
    localized(&model, language)
}

fn assessment(assessment: &Assessment) -> AssessmentModel<'_> {
    AssessmentModel {
        form: assessment.form,
        purpose: &assessment.purpose,
        body: &assessment.body,
    }
}

fn evaluation<'a>(
    sections: &Sections,
    number: usize,
    view: &'a EvaluationView,
) -> EvaluationModel<'a> {
    EvaluationModel {
        number: format!("{}.{number}", sections.results.number),
        mandatory_short: view.falling_short(true),
        other_short: view.falling_short(false),
        all_satisfied: view.is_all_satisfied(),
        view,
    }
}

fn judged(view: &DossierView) -> Vec<Judged<'_>> {
    let clauses = view.evaluations.iter().flat_map(|evaluation| {
        let class = &evaluation.title;
        evaluation
            .clauses()
            .map(move |clause| Judged { class, clause })
    });
    clauses
        .filter(|judged| !judged.clause.findings.is_empty())
        .collect()
}

/// What a dossier does not say of the provider is there and empty: a layout may ask for it.
fn fill_provider(model: &mut serde_json::Value) {
    let provider = model
        .get_mut("provider")
        .and_then(serde_json::Value::as_object_mut);
    let Some(provider) = provider else {
        return;
    };
    for key in [
        "unified_social_credit_code",
        "legal_form",
        "registered_in",
        "established_on",
        "registered_capital_yuan",
        "security_services_since",
    ] {
        provider.entry(key).or_insert(serde_json::Value::Null);
    }
}
