//! From evaluations to the report's model.

use serde_json::Value;

use super::external::ExternalReport;
use super::model::{
    Assessment, ClauseReport, DossierReport, ErrorReport, EvaluationReport, FindingReport,
    PackReport, Provider, ResultReport, SchemeReport, TermReport,
};
use super::overview::OverviewReport;
use super::reuse::ReuseReport;
use crate::dossier::Problem;
use crate::evaluation::{self, ClauseResult, Evaluated, Evaluation};
use crate::finding::Applied;
use crate::pack::Identity;
use crate::scheme::Scheme;
use crate::score::Score;

impl DossierReport {
    /// The report of one dossier whose evaluations follow a scheme: who assesses, and to what end, is what
    /// that says.
    #[must_use]
    pub fn under(mut self, scheme: Option<&Scheme>) -> Self {
        if let Some(scheme) = scheme {
            let Scheme { plan, .. } = scheme;
            let assessment = &mut self.assessment;
            let body = plan.assessor.as_ref().map(|assessor| assessor.name.clone());
            assessment.form = plan.form.or(assessment.form);
            assessment.purpose = plan.purpose.clone().or(assessment.purpose.take());
            assessment.body = body.or(assessment.body.take());
            assessment.scheme = Some(SchemeReport::from(scheme));
        }
        self
    }

    /// The report of one dossier.
    #[must_use]
    pub fn new(path: &str, sha256: &str, evidence: &Value, evaluated: &Evaluated) -> Self {
        let text = |pointer: &str| {
            let value = evidence.pointer(pointer).and_then(Value::as_str);
            value.unwrap_or_default().to_owned()
        };
        let applied_for = evaluation::applied_for(evidence);
        let evaluations: Vec<EvaluationReport> = evaluated
            .evaluations
            .iter()
            .map(EvaluationReport::from)
            .collect();
        let external: Vec<ExternalReport> = evaluated
            .external
            .iter()
            .map(ExternalReport::from)
            .collect();
        let here: Vec<&str> = evaluations
            .iter()
            .map(|evaluation| evaluation.class.as_str())
            .collect();
        let (reuse, reuse_error) = match &evaluated.reuse {
            None => (None, None),
            Some(Ok(reuse)) => (Some(ReuseReport::new(reuse, &here)), None),
            Some(Err(message)) => (None, Some(message.clone())),
        };
        Self {
            overview: OverviewReport::new(&evaluations, &external),
            path: path.to_owned(),
            sha256: sha256.to_owned(),
            reference_date: text("/assessment/reference_date"),
            provider: Provider::of(evidence),
            assessment: Assessment::of(evidence),
            applied_for,
            evaluations,
            external,
            reuse,
            reuse_error,
            contradictions: Vec::new(),
            attachments: None,
            claims: Vec::new(),
        }
    }
}

impl From<Problem> for ErrorReport {
    fn from(problem: Problem) -> Self {
        Self {
            path: problem.file,
            message: problem.message,
            sheet: problem.sheet.map(String::from),
            line: problem.line,
            column: problem.column,
            place: Some(problem.path).filter(|place| !place.is_empty()),
            dossier: None,
        }
    }
}

impl From<&Identity> for PackReport {
    fn from(identity: &Identity) -> Self {
        Self {
            id: identity.id.clone(),
            version: identity.version.clone(),
            sha256: identity.sha256.clone(),
        }
    }
}

impl From<&Scheme> for SchemeReport {
    fn from(scheme: &Scheme) -> Self {
        Self {
            sha256: scheme.sha256.clone(),
            plan: scheme.plan.clone(),
        }
    }
}

impl From<&Evaluation<'_>> for EvaluationReport {
    fn from(evaluation: &Evaluation) -> Self {
        let terms = evaluation.terms.iter().zip(&evaluation.score.terms);
        let deviations = evaluation.deviations.clone();
        let not_under_7_4 = deviations.iter().any(|deviation| !deviation.under_7_4);
        let result = |score| ResultReport {
            not_under_7_4,
            ..ResultReport::from(score)
        };
        Self {
            class: evaluation.class.id.clone(),
            clause: evaluation.class.clause.clone(),
            title: evaluation.class.title.clone(),
            result: result(&evaluation.score),
            without_findings: result(&evaluation.without_findings),
            terms: terms
                .map(|(planned, score)| TermReport {
                    id: planned.term.id.clone(),
                    clause: planned.term.clause.clone(),
                    title: planned.term.title.clone(),
                    weight: planned.weight,
                    satisfied: score.compliance.satisfied,
                    total: score.compliance.total,
                    mandatory: score.mandatory,
                    points: score.points.decimal(),
                })
                .collect(),
            clauses: evaluation.clauses.iter().map(ClauseReport::from).collect(),
            deviations,
        }
    }
}

impl From<&Score> for ResultReport {
    fn from(score: &Score) -> Self {
        Self {
            verdict: score.verdict,
            decided_by: score.decided_by,
            score: score.points.decimal(),
            score_exact: score.points.exact(),
            mandatory: score.mandatory,
            compliance: score.compliance,
            not_under_7_4: false,
        }
    }
}

impl From<&ClauseResult<'_>> for ClauseReport {
    fn from(result: &ClauseResult) -> Self {
        Self {
            id: result.clause.id.to_string(),
            term: result.term.id.clone(),
            title: result.clause.title.clone(),
            status: result.status,
            rule_status: result.outcome.status,
            mandatory: result.clause.mandatory,
            judgement: result.clause.judgement.is_some(),
            checks: result.outcome.checks.clone(),
            findings: result.findings.iter().map(FindingReport::from).collect(),
            message: result.outcome.message.clone(),
        }
    }
}

impl From<&Applied> for FindingReport {
    fn from(applied: &Applied) -> Self {
        let finding = &applied.finding;
        Self {
            verdict: finding.verdict,
            assessor: finding.assessor.clone(),
            date: finding.date.clone(),
            reason: finding.reason.clone(),
            evidence: finding.evidence.clone(),
            effect: applied.effect,
            reason_not_applied: applied.rejection,
        }
    }
}
