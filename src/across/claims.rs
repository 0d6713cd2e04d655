//! What a dossier claims for its provider.

use serde_json::Value;
use std::collections::{HashMap, HashSet};

use super::{Claim, Claimant, Kind, Mark};
use crate::attachments;
use crate::contradictions::facts::{employment, list, name, number, text};
use crate::dossier::Places;
use crate::report::model::Provider;
use crate::report::remark::RemarkPlace;

impl From<&Provider> for Claimant {
    fn from(provider: &Provider) -> Self {
        Self {
            name: provider.name.clone(),
            code: provider.unified_social_credit_code.clone(),
        }
    }
}

impl Claimant {
    /// Whether both are the same: by code where both have one, else by name.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        match self.code.as_ref().zip(other.code.as_ref()) {
            Some((a, b)) => a == b,
            None => name(&self.name) == name(&other.name),
        }
    }
}

/// The claims in evidence that meets the schema, each once, in the order of the dossier. `files` are the
/// digests of attachments where somebody looked at them; otherwise those that the dossier states count.
#[must_use]
pub fn claims(
    evidence: &Value,
    files: Option<&[(String, String)]>,
    dossier: &str,
    places: &Places,
) -> Vec<Claim> {
    let mut claiming = Claiming {
        seen: HashSet::new(),
        claims: Vec::new(),
        dossier,
        places,
    };
    for (index, person) in list(evidence, "people") {
        claiming.person(index, person);
    }
    for (index, entry) in list(evidence, "qualifications") {
        claiming.certificate(entry, &format!("qualifications[{index}]"), "qualification");
    }
    claiming.contracts(evidence);
    match files {
        Some(files) => claiming.files(files.iter().cloned()),
        None => claiming.files(attachments::stated(evidence).into_iter()),
    }
    claiming.claims
}

struct Claiming<'a> {
    seen: HashSet<(Kind, Mark)>,
    claims: Vec<Claim>,
    dossier: &'a str,
    places: &'a Places,
}

impl Claiming<'_> {
    fn add(
        &mut self,
        kind: Kind,
        mark: Mark,
        apart: Option<Mark>,
        days: Option<(String, String)>,
        path: &str,
    ) {
        if self.seen.insert((kind, mark)) {
            self.claims.push(Claim {
                kind,
                mark,
                apart,
                days,
                place: RemarkPlace::of(path, self.dossier, self.places),
            });
        }
    }

    /// A person on the staff, by identity number and by name with day of birth. A supplier's people may
    /// serve several providers.
    fn person(&mut self, index: usize, person: &Value) {
        let path = format!("people[{index}]");
        for (number, entry) in list(person, "certificates") {
            self.certificate(
                entry,
                &format!("{path}.certificates[{number}]"),
                "certificate",
            );
        }
        if person.get("supplier").is_some() {
            return;
        }
        let days = employment(person).map(|it| (it.from.to_owned(), it.until.to_owned()));
        let identity = text(person, "identity_number").map(number);
        if let Some(identity) = &identity {
            let mark = Mark::of(&["identity", identity]);
            self.add(Kind::Person, mark, None, days.clone(), &path);
        }
        if let Some((called, born)) = text(person, "name").zip(text(person, "born_on")) {
            let mark = Mark::of(&["birth", &name(called), born]);
            let apart = identity.map(|identity| Mark::of(&[&identity]));
            self.add(Kind::Person, mark, apart, days, &path);
        }
    }

    fn certificate(&mut self, entry: &Value, path: &str, register: &str) {
        let Some((kind, printed)) = text(entry, "kind").zip(text(entry, "number")) else {
            return;
        };
        let mark = Mark::of(&[register, kind, &number(printed)]);
        let issuer = text(entry, "issuer").map(|issuer| Mark::of(&[&number(issuer)]));
        self.add(Kind::Certificate, mark, issuer, None, path);
    }

    /// Numbers of contracts are the clients': one without a client is compared with none.
    fn contracts(&mut self, evidence: &Value) {
        let mut clients: HashMap<&str, Vec<&str>> = HashMap::new();
        let mut of_project: HashMap<&str, &str> = HashMap::new();
        for (_, project) in list(evidence, "projects") {
            let Some(client) = text(project, "client") else {
                continue;
            };
            if let Some(id) = text(project, "id") {
                of_project.insert(id, client);
            }
            if let Some(agreement) = text(project, "agreement") {
                clients.entry(agreement).or_default().push(client);
            }
        }
        for (index, agreement) in list(evidence, "agreements") {
            let Some((id, printed)) = text(agreement, "id").zip(text(agreement, "number")) else {
                continue;
            };
            let mut with = clients.remove(id).unwrap_or_default();
            let projects = list(agreement, "projects").filter_map(|(_, id)| id.as_str());
            with.extend(projects.filter_map(|id| of_project.get(id)));
            for client in with {
                let mark = Mark::of(&[&number(printed), &name(client)]);
                self.add(
                    Kind::Contract,
                    mark,
                    None,
                    None,
                    &format!("agreements[{index}]"),
                );
            }
        }
    }

    fn files(&mut self, files: impl Iterator<Item = (String, String)>) {
        for (path, digest) in files {
            self.add(Kind::Attachment, Mark::of(&[&digest]), None, None, &path);
        }
    }
}
