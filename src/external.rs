//! Conclusions under other standards, such as those under T/CIIPA 00007 for testing and assessment
//! (9.5). They are shown with what the reference date makes of them, and never scored: no verdict of
//! this program rests on them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::pack::manifest::Class;

/// A class with the conclusions that the dossier has on it.
#[derive(Clone, Debug)]
pub struct External<'p> {
    /// The class.
    pub class: &'p Class,
    /// The standard that evaluates it; `None` where no other standard does.
    pub standard: Option<&'p str>,
    /// What the conclusions amount to.
    pub standing: Standing,
    /// The conclusions, in the dossier's order.
    pub conclusions: Vec<Judged>,
}

/// A conclusion as the dossier records it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conclusion {
    /// The class it is about.
    pub class: String,
    /// The standard it was reached under.
    pub standard: String,
    /// Who issued it.
    pub issuer: String,
    /// Its number.
    pub number: String,
    /// When it was reached, as `2025-06-30`.
    pub concluded_on: String,
    /// Its last day, if it states one.
    #[serde(default)]
    pub valid_until: Option<String>,
    /// What it says.
    pub result: Said,
}

/// What a conclusion says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// The provider passed.
    Pass,
    /// The provider failed.
    Fail,
}

/// A conclusion with what the reference date makes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The conclusion.
    pub conclusion: Conclusion,
    /// Whether the reference date lies within its validity; `None` where it states no end.
    pub valid: Option<bool>,
    /// Why it is set aside.
    pub set_aside: Option<SetAside>,
}

/// Why a conclusion is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetAside {
    /// No other standard evaluates the class.
    NotExternal,
    /// It was reached under another standard than the class asks for.
    OtherStandard,
    /// It was reached after the reference date.
    AfterReferenceDate,
    /// A later conclusion is negative.
    Superseded,
}

/// What the conclusions on a class amount to on the reference date. No verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// A positive conclusion is valid.
    PassInForce,
    /// The last conclusion is negative.
    Fail,
    /// The positive conclusions are no longer valid.
    Expired,
    /// A positive conclusion states no end of its validity, and no other is valid.
    ValidityNotStated,
    /// There is no conclusion under the class's standard.
    Missing,
    /// No other standard evaluates the class, and conclusions on it are not used.
    NotUsed,
}

/// The conclusions of a dossier, in its order.
///
/// # Errors
/// What is wrong with the `external_conclusions` of evidence that the schema does not describe.
pub fn of(evidence: &Value) -> Result<Vec<Conclusion>, String> {
    match evidence.get("external_conclusions") {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(conclusions) => Vec::deserialize(conclusions).map_err(|error| error.to_string()),
    }
}

/// What the conclusions on a class amount to on the reference date.
#[must_use]
pub fn assess<'p>(
    class: &'p Class,
    conclusions: &[Conclusion],
    reference_date: &str,
) -> External<'p> {
    let standard = class
        .external
        .as_ref()
        .map(|external| external.standard.as_str());
    let own = conclusions
        .iter()
        .filter(|conclusion| conclusion.class == class.id);
    let mut judged: Vec<Judged> = own
        .map(|conclusion| Judged {
            valid: valid(conclusion, reference_date),
            set_aside: objection(conclusion, standard, reference_date),
            conclusion: conclusion.clone(),
        })
        .collect();
    let last_fail = judged
        .iter()
        .filter(|judged| judged.set_aside.is_none() && judged.conclusion.result == Said::Fail)
        .map(|judged| judged.conclusion.concluded_on.clone())
        .max();
    // Of conclusions of the same day the negative one holds.
    for judged in &mut judged {
        let positive = judged.conclusion.result == Said::Pass;
        let before = last_fail
            .as_ref()
            .is_some_and(|fail| judged.conclusion.concluded_on <= *fail);
        if judged.set_aside.is_none() && positive && before {
            judged.set_aside = Some(SetAside::Superseded);
        }
    }
    External {
        class,
        standard,
        standing: standing(&judged, standard.is_some()),
        conclusions: judged,
    }
}

fn standing(judged: &[Judged], elsewhere: bool) -> Standing {
    let counted = || judged.iter().filter(|judged| judged.set_aside.is_none());
    let has = |valid: Option<bool>| {
        counted().any(|judged| judged.conclusion.result == Said::Pass && judged.valid == valid)
    };
    if !elsewhere {
        Standing::NotUsed
    } else if has(Some(true)) {
        Standing::PassInForce
    } else if has(None) {
        Standing::ValidityNotStated
    } else if has(Some(false)) {
        Standing::Expired
    } else if counted().next().is_some() {
        Standing::Fail
    } else {
        Standing::Missing
    }
}

fn objection(
    conclusion: &Conclusion,
    standard: Option<&str>,
    reference_date: &str,
) -> Option<SetAside> {
    match standard {
        None => Some(SetAside::NotExternal),
        Some(standard) if !names(&conclusion.standard, standard) => Some(SetAside::OtherStandard),
        Some(_) if conclusion.concluded_on.as_str() > reference_date => {
            Some(SetAside::AfterReferenceDate)
        }
        Some(_) => None,
    }
}

/// Whether the reference date lies between the days of conclusion and end, both included.
fn valid(conclusion: &Conclusion, reference_date: &str) -> Option<bool> {
    if conclusion.concluded_on.as_str() > reference_date {
        return Some(false);
    }
    let until = conclusion.valid_until.as_deref()?;
    Some(reference_date <= until)
}

/// Whether a text names the standard: its number, however it is spaced, with or without a year.
fn names(text: &str, standard: &str) -> bool {
    let plain = |text: &str| -> String {
        let visible = text.chars().filter(|c| !c.is_whitespace());
        visible.flat_map(char::to_uppercase).collect()
    };
    let (text, standard) = (plain(text), plain(standard));
    let part = |c: char| c.is_ascii_alphanumeric();
    text.match_indices(&standard).any(|(start, found)| {
        let before = text.get(..start).and_then(|head| head.chars().next_back());
        let after = text
            .get(start + found.len()..)
            .and_then(|tail| tail.chars().next());
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_standard_is_known_by_its_number() {
        for text in [
            "T/CIIPA 00007",
            "T/CIIPA00007—2022",
            "t/ciipa 00007-2022",
            "《检测评估》（T/CIIPA 00007）",
        ] {
            assert!(names(text, "T/CIIPA 00007"), "{text}");
        }
        for text in ["T/CIIPA 000071", "ST/CIIPA 00007", "T/CIIPA 00008", ""] {
            assert!(!names(text, "T/CIIPA 00007"), "{text}");
        }
    }
}
