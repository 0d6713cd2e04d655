//! A certificate number that is used twice: by two holders, or by one for two periods that overlap.

use serde_json::Value;
use std::collections::HashMap;

use super::facts::{NEVER, Period, list, number, text};
use crate::observation::Observation;

/// With how many of the same number a certificate is compared; a dossier could have any number of them.
const MOST: usize = 100;

struct Certificate<'e> {
    issuer: Option<String>,
    holder: Option<usize>,
    period: Period<'e>,
    path: String,
}

pub fn find(evidence: &Value) -> Vec<Observation> {
    let mut seen: HashMap<(bool, &str, String), Vec<Certificate>> = HashMap::new();
    let mut found = Vec::new();
    for (path, holder, entry) in certificates(evidence) {
        let (Some(kind), Some(printed)) = (text(entry, "kind"), text(entry, "number")) else {
            continue;
        };
        let certificate = Certificate {
            issuer: text(entry, "issuer").map(number),
            holder,
            period: Period {
                from: text(entry, "valid_from").unwrap_or_default(),
                until: text(entry, "valid_until").unwrap_or(NEVER),
            },
            path,
        };
        let key = (holder.is_some(), kind, number(printed));
        let others = seen.entry(key).or_default();
        if others.len() == MOST {
            continue;
        }
        if let Some(other) = others.iter().find(|other| other.contradicts(&certificate)) {
            found.push(Observation::new(
                "certificate_number_twice",
                format!("证书编号 {printed} 用了两次。"),
                format!("the certificate number {printed} is used twice."),
                &[&certificate.path, &other.path],
            ));
            continue;
        }
        others.push(certificate);
        if others.len() == MOST {
            let paths: Vec<&str> = others.iter().rev().map(|it| it.path.as_str()).collect();
            found.push(Observation::new(
                "certificate_number_twice",
                format!("证书编号 {printed} 用了 {MOST} 次，此后不再比对。"),
                format!("the certificate number {printed} is used {MOST} times; further ones are not compared."),
                &paths,
            ));
        }
    }
    found
}

/// The certificates of people and the qualifications of the provider, with path and holder.
fn certificates(evidence: &Value) -> impl Iterator<Item = (String, Option<usize>, &Value)> {
    let people = list(evidence, "people").flat_map(|(holder, person)| {
        list(person, "certificates").map(move |(index, entry)| {
            let path = format!("people[{holder}].certificates[{index}]");
            (path, Some(holder), entry)
        })
    });
    let qualifications = list(evidence, "qualifications");
    people.chain(
        qualifications.map(|(index, entry)| (format!("qualifications[{index}]"), None, entry)),
    )
}

impl Certificate<'_> {
    /// Whether both cannot have the number: it is of one issuer, or one does not say, and it is no renewal.
    fn contradicts(&self, other: &Self) -> bool {
        let issuers = self.issuer.as_ref().zip(other.issuer.as_ref());
        issuers.is_none_or(|(a, b)| a == b)
            && (self.holder != other.holder || self.period.overlaps(&other.period))
    }
}
