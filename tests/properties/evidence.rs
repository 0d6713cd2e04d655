//! Random dossiers.

use ciieval::cases::change;
use ciieval::pack::catalogue::ClauseId;
use proptest::prelude::{Strategy, any};
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use std::fmt;

use crate::world::{CLASSES, world};

/// A dossier and a class, with what made it so.
#[derive(Clone)]
pub struct Sample {
    pub class: &'static str,
    pub dossier: Value,
    made_by: Vec<String>,
}

impl fmt::Debug for Sample {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}: {:#?}", self.class, self.made_by)
    }
}

/// Dossiers between the exemplary one and a poor one, with findings.
pub fn samples() -> impl Strategy<Value = Sample> {
    let changes = proptest::collection::vec(any::<Index>(), 0..8);
    let left_out = proptest::collection::vec(any::<(Index, Index)>(), 0..12);
    let judged = proptest::collection::vec((any::<Index>(), any::<bool>()), 0..6);
    let parts = (select(&CLASSES[..]), changes, left_out, judged);
    parts.prop_map(|(class, changes, left_out, judged)| {
        let mut sample = Sample {
            class,
            dossier: world().cases.exemplary.clone(),
            made_by: Vec::new(),
        };
        for index in changes {
            sample.change(index);
        }
        for (register, entry) in left_out {
            sample.leave_out(register, entry);
        }
        sample.judge(&judged);
        sample
    })
}

impl Sample {
    /// Makes the change of a case, where changes before it left what it is about.
    fn change(&mut self, index: Index) {
        let case = index.get(&world().cases.cases);
        let Some(written) = &case.written.change else {
            return;
        };
        if let Ok(changed) = change::changed(&self.dossier, written) {
            self.dossier = changed;
            let what = format!("{} {}: {}", case.file, case.clause, case.written.case.en);
            self.made_by.push(what);
        }
    }

    fn leave_out(&mut self, register: Index, entry: Index) {
        let registers = self.dossier.as_object_mut().unwrap();
        let mut lists: Vec<_> = registers
            .iter_mut()
            .filter_map(|(key, value)| Some((key, value.as_array_mut()?)))
            .filter(|(_, list)| !list.is_empty())
            .collect();
        if lists.is_empty() {
            return;
        }
        let register = register.index(lists.len());
        let (key, list) = &mut lists[register];
        let place = entry.index(list.len());
        self.made_by.push(format!("without {key}[{place}]"));
        list.remove(place);
    }

    fn judge(&mut self, judged: &[(Index, bool)]) {
        let clauses: Vec<&str> = world()
            .pack
            .catalogue
            .clauses
            .keys()
            .map(ClauseId::as_str)
            .collect();
        let mut findings: Vec<Value> = Vec::new();
        for (clause, raises) in judged {
            let clause = *clause.get(&clauses);
            if findings.iter().any(|finding| finding["clause"] == clause) {
                continue;
            }
            let verdict = if *raises {
                "satisfied"
            } else {
                "not_satisfied"
            };
            findings.push(json!({
                "clause": clause, "verdict": verdict, "assessor": "赵六", "date": "2026-06-20",
                "reason": "现场核验", "evidence": ["访谈记录"],
            }));
            self.made_by.push(format!("{clause} judged {verdict}"));
        }
        self.dossier["findings"] = Value::from(findings);
    }
}
