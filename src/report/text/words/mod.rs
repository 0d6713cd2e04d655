//! Every text of the text format that comes from no pack, in both languages.

mod chinese;
mod ci;
mod english;
mod values;

use crate::text::Language;

/// The texts of one language. `{}` stands for what `fill` puts in.
#[derive(Debug)]
#[allow(missing_docs)] // each is named for what it says
pub struct Words {
    pub dossier: &'static str,
    pub reference_date: &'static str,
    pub class: &'static str,
    pub verdict: &'static str,
    pub score: &'static str,
    pub mandatory: &'static str,
    pub compliance: &'static str,
    pub without_findings: &'static str,
    pub provider: &'static str,
    pub not_computed: &'static str,
    pub score_of: &'static str,
    pub for_information: &'static str,
    pub score_for_information: &'static str,
    pub count_of: &'static str,
    pub mandatory_short: &'static str,
    pub below_mark: &'static str,
    pub rules_failed: &'static str,
    pub undecided: &'static str,
    pub clause: &'static str,
    pub term: &'static str,
    pub satisfied: &'static str,
    pub points: &'static str,
    pub weight: &'static str,
    pub total: &'static str,
    pub mandatory_section: &'static str,
    pub other_section: &'static str,
    pub findings_section: &'static str,
    pub satisfied_section: &'static str,
    pub summary_section: &'static str,
    pub errors_section: &'static str,
    pub all_satisfied: &'static str,
    pub mandatory_mark: &'static str,
    pub rule_said: &'static str,
    pub found: &'static str,
    pub part_of: &'static str,
    pub required: &'static str,
    pub nothing: &'static str,
    pub none: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub one_of: &'static str,
    pub all: &'static str,
    pub all_of_number: &'static str,
    pub covers: &'static str,
    pub recorded: &'static str,
    pub declared: &'static str,
    pub lacking: &'static str,
    pub counted: &'static str,
    pub failing: &'static str,
    pub unknown: &'static str,
    pub claimed: &'static str,
    pub more: &'static str,
    pub place: &'static str,
    pub judged: &'static str,
    pub no_value: &'static str,
    pub rule_error: &'static str,
    pub assessed: &'static str,
    pub reason: &'static str,
    pub evidence: &'static str,
    pub problems: &'static str,
    pub not_evaluated: &'static str,
    pub totals: &'static str,
    pub evaluated_by: &'static str,
    pub complete: &'static str,
    pub partial: &'static str,
    pub overview_section: &'static str,
    pub elsewhere: &'static str,
    pub external: &'static str,
    pub conclusions_section: &'static str,
    pub conclusion: &'static str,
    pub concluded: &'static str,
    pub valid_until: &'static str,
    pub valid: &'static str,
    pub not_valid: &'static str,
    pub validity_not_stated: &'static str,
    pub set_aside: &'static str,
    pub reuse_section: &'static str,
    pub reuse_rests: &'static str,
    pub reuse_nobody: &'static str,
    pub reuse_by_order: &'static str,
    pub reuse_by_name: &'static str,
    pub reuse_decided_by_order: &'static str,
    pub reuse_decided_by_name: &'static str,
    pub reuse_open: &'static str,
    pub person: &'static str,
    pub more_people: &'static str,
    pub cell_cut: &'static str,
    pub colon: &'static str,
    pub semicolon: &'static str,
    pub comma: &'static str,
    pub list: &'static str,
    language: Language,
}

impl Words {
    /// The texts in `language`.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &chinese::CHINESE,
            Language::English => &english::ENGLISH,
        }
    }

    /// The language of these texts.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }
}

/// The template with each `{}` replaced by the next of `values`.
#[must_use]
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut parts = template.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut values = values.iter();
    for part in parts {
        text.push_str(values.next().copied().unwrap_or_default());
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn fills_in_order_and_once() {
        assert_eq!(fill("{} of {}", &["{}", "2"]), "{} of 2");
        assert_eq!(fill("plain", &["1"]), "plain");
    }
}
