//! What is noticed about a dossier beside its clauses: contradictions, attachments, claims.

use super::work::Context;
use crate::across::{self, Claim};
use crate::attachments::{Checked, Verified};
use crate::contradictions;
use crate::dossier::{Dossier, Source};
use crate::report::remark::{AttachmentsReport, Remark};
use crate::report::{DossierReport, ErrorReport};
use crate::scheme::Contradictory;

/// What was noticed.
pub(super) struct Noticed {
    contradictions: Vec<Remark>,
    attachments: Option<AttachmentsReport>,
    verified: Verified,
    claims: Vec<Claim>,
}

impl Noticed {
    /// Looks at a dossier as the run has it.
    ///
    /// # Errors
    /// Contradictions, where the scheme takes no dossier that has some.
    pub(super) fn new(
        context: &Context,
        dossier: &Dossier,
        source: &Source,
    ) -> Result<Self, Vec<ErrorReport>> {
        let Dossier {
            path,
            evidence,
            places,
            ..
        } = dossier;
        let found = contradictions::find(evidence).into_iter();
        let contradictions: Vec<Remark> = found
            .map(|observation| Remark::new(observation, path, places))
            .collect();
        let scheme = context.scheme.as_ref();
        let is_error = scheme.is_some_and(|it| it.plan.contradictions == Contradictory::Error);
        if is_error && !contradictions.is_empty() {
            return Err(contradictions.into_iter().map(error).collect());
        }
        let attachments = context.attachments.as_ref();
        let checked = attachments.map(|attachments| attachments.check(evidence, source, places));
        let claims = if context.across {
            let files = checked.as_ref().map(|checked| checked.digests.as_slice());
            across::claims(evidence, files, path, places)
        } else {
            Vec::new()
        };
        let (attachments, verified) = match checked {
            Some(Checked {
                report, verified, ..
            }) => (Some(report), verified),
            None => (None, Verified::default()),
        };
        Ok(Self {
            contradictions,
            attachments,
            verified,
            claims,
        })
    }

    /// The attachments that are as the dossier states.
    pub(super) fn verified(&self) -> &Verified {
        &self.verified
    }

    /// The report with what was noticed.
    pub(super) fn added_to(self, report: DossierReport) -> DossierReport {
        DossierReport {
            contradictions: self.contradictions,
            attachments: self.attachments,
            claims: self.claims,
            ..report
        }
    }
}

/// A contradiction for which a dossier is not evaluated.
fn error(remark: Remark) -> ErrorReport {
    let Remark { text, places, .. } = remark;
    let mut places = places.into_iter();
    let first = places.next().unwrap_or_default();
    let others: Vec<String> = places.map(|place| place.to_string()).collect();
    let also = if others.is_empty() {
        String::new()
    } else {
        format!(" See also {}.", others.join(", "))
    };
    let message = format!(
        "contradiction: {}{also} The scheme evaluates no dossier that contradicts itself: mend one of them",
        text.en
    );
    ErrorReport {
        sheet: first.sheet,
        line: first.line,
        column: first.column,
        place: first.path,
        ..ErrorReport::new(&first.file, &message)
    }
}
