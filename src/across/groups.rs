//! Claims of the same thing: first which things several providers claim, then where.

use std::collections::{HashMap, hash_map::Entry};

use super::{Claim, Claimant, Kind, Mark, Record};
use crate::contradictions::facts::{Period, name};
use crate::report::remark::{Remark, title};

/// How many claims are compared in a pass.
pub const IN_A_PASS: u64 = 50_000;

/// How many things are looked at closely, how many are listed, with how many places each.
const MOST: usize = 5_000;
const LISTED: usize = 1_000;
const PLACES: usize = 20;

type Thing = (Kind, Mark);

/// Who claimed a thing first, as marks of code and name.
struct First {
    code: Option<Mark>,
    name: Mark,
}

/// What several providers claim.
#[derive(Default)]
pub struct Groups {
    first: HashMap<Thing, First>,
    /// Those to look at closely, with the claims of each.
    claimed: HashMap<Thing, Vec<Record>>,
    order: Vec<Thing>,
}

impl Groups {
    /// Begins a pass over a part of all things.
    pub fn begin(&mut self) {
        self.first.clear();
    }

    /// Whether nothing has two claimants.
    pub fn is_empty(&self) -> bool {
        self.claimed.is_empty()
    }

    /// Notes who claims a thing.
    pub fn look_at(&mut self, Record { claim, claimant }: &Record) {
        let thing = (claim.kind, claim.mark);
        let code = claimant.code.as_ref().map(|code| Mark::of(&[code]));
        let named = Mark::of(&[&name(&claimant.name)]);
        match self.first.entry(thing) {
            Entry::Vacant(entry) => {
                entry.insert(First { code, name: named });
            }
            Entry::Occupied(entry) => {
                let first = entry.get();
                let is_other = match first.code.zip(code) {
                    Some((a, b)) => a != b,
                    None => first.name != named,
                };
                if is_other && self.claimed.len() < MOST {
                    self.claimed.entry(thing).or_default();
                }
            }
        }
    }

    /// Keeps a claim of a thing that has two claimants.
    pub fn collect(&mut self, record: Record) {
        let thing = (record.claim.kind, record.claim.mark);
        if let Some(records) = self.claimed.get_mut(&thing)
            && records.len() < PLACES
        {
            if records.is_empty() {
                self.order.push(thing);
            }
            records.push(record);
        }
    }

    /// What is claimed twice, in the order in which it was first claimed.
    pub fn remarks(mut self) -> Vec<Remark> {
        let mut remarks: Vec<Remark> = Vec::new();
        for thing in std::mem::take(&mut self.order) {
            let records = self.claimed.remove(&thing).unwrap_or_default();
            let Some(remark) = remark(thing.0, &records) else {
                continue;
            };
            // The same people by number and by birth.
            if !remarks.contains(&remark) && remarks.len() < LISTED {
                remarks.push(remark);
            }
        }
        remarks
    }
}

fn remark(kind: Kind, records: &[Record]) -> Option<Remark> {
    let is_contradicted = |record: &&Record| {
        let mut others = records.iter();
        others.any(|other| contradict(record, other))
    };
    let records: Vec<&Record> = records.iter().filter(is_contradicted).collect();
    let mut names: Vec<&str> = Vec::new();
    let mut claimants: Vec<&Claimant> = Vec::new();
    for Record { claimant, .. } in &records {
        if !claimants.iter().any(|known| known.is(claimant)) {
            claimants.push(claimant);
            names.push(&claimant.name);
        }
    }
    let (id, zh, en) = match kind {
        Kind::Person => (
            "person_of_two_providers",
            "同一人员",
            "one person is claimed",
        ),
        Kind::Certificate => (
            "certificate_of_two_providers",
            "同一证书",
            "one certificate is claimed",
        ),
        Kind::Contract => (
            "contract_of_two_providers",
            "同一合同",
            "one contract is claimed",
        ),
        Kind::Attachment => (
            "attachment_of_two_providers",
            "同一附件",
            "one attachment is claimed",
        ),
    };
    let text = title(
        &format!("{zh}由多家服务机构申报：{}。", names.join("、")),
        &format!("{en} by several providers: {}.", names.join(", ")),
    );
    (!records.is_empty()).then(|| Remark {
        kind: id.to_owned(),
        text,
        places: records
            .iter()
            .map(|record| record.claim.place.clone())
            .collect(),
    })
}

fn contradict(a: &Record, b: &Record) -> bool {
    !a.claimant.is(&b.claimant) && a.claim.may_be(&b.claim)
}

impl Claim {
    /// Whether both can be claims of one thing at one time.
    fn may_be(&self, other: &Self) -> bool {
        let is_apart = self.apart.zip(other.apart).is_some_and(|(a, b)| a != b);
        let days = self.days.as_ref().zip(other.days.as_ref());
        let meet = days.is_none_or(|(a, b)| period(a).overlaps(&period(b)));
        !is_apart && meet
    }
}

fn period((from, until): &(String, String)) -> Period<'_> {
    Period { from, until }
}
