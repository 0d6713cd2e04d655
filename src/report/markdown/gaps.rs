//! What falls short of a dossier: each clause once, with the classes it counts in.

use std::fmt::Write as _;

use super::escape::{code, code_in_markup, prose};
use super::{Block, sign};
use crate::outcome::Check;
use crate::report::gaps::{self, Gap};
use crate::report::model::DossierReport;
use crate::report::spots::Spots;
use crate::report::text::comparison::Comparison;
use crate::report::text::names::cut;
use crate::report::text::said::separator;
use crate::report::text::sentences::Sentences;
use crate::report::text::words::fill;
use crate::score::Verdict;

/// The clauses of a dossier that fall short.
pub struct Gaps<'a> {
    pub sentences: Sentences<'a>,
    pub spots: Spots<'a>,
    pub dossier: &'a DossierReport,
}

impl Gaps<'_> {
    /// All of them, if there are any.
    pub fn block(&self) -> Option<Block> {
        let gaps = gaps::of(self.dossier);
        let mandatory = gaps.iter().filter(|gap| gap.clause.mandatory).count();
        let numbers = [mandatory, gaps.len() - mandatory].map(|number| number.to_string());
        if gaps.is_empty() {
            return None;
        }
        let verdicts = self.dossier.evaluations.iter().map(|it| it.result.verdict);
        let worst = [Verdict::Fail, Verdict::Undetermined]
            .into_iter()
            .find(|verdict| verdicts.clone().any(|it| it == *verdict))
            .unwrap_or(Verdict::Pass);
        let words = self.sentences.words;
        let open = format!(
            "<details>\n<summary>{} {}{}{}</summary>\n\n{} {}\n\n",
            sign(worst),
            code_in_markup(&cut(&self.dossier.provider.name)),
            words.colon,
            fill(
                words.short_counts(),
                &numbers.each_ref().map(String::as_str)
            ),
            words.dossier,
            code(&self.dossier.path),
        );
        let (first, then): (Vec<&Gap>, Vec<&Gap>) =
            gaps.iter().partition(|gap| gap.clause.mandatory);
        let ordered = first.into_iter().chain(then);
        Some(Block {
            failed: worst != Verdict::Pass,
            open,
            clauses: ordered.map(|gap| self.clause(gap)).collect(),
        })
    }

    fn clause(&self, Gap { clause, classes }: &Gap) -> String {
        let words = self.sentences.words;
        let title = prose(clause.title.get(words.language()));
        let mut text = format!(
            "- **{}** {title}{}{}",
            clause.id,
            words.colon,
            self.sentences.status(clause)
        );
        if clause.mandatory {
            let _ = write!(text, "{}**{}**", words.comma, words.mandatory_mark);
        }
        // Where it counts in every class there is nothing to tell apart.
        if classes.len() < self.dossier.evaluations.len() {
            let classes: Vec<&str> = classes.iter().map(|it| it.clause.as_str()).collect();
            let _ = write!(text, " ({})", classes.join(words.list));
        }
        text.push('\n');
        if let Some(message) = self.sentences.message(clause) {
            let _ = writeln!(text, "  - {}", prose(&message));
        }
        for check in clause.checks.iter().filter(|check| check.falls_short()) {
            self.check(&mut text, check, clause.judgement);
        }
        for finding in &clause.findings {
            let [judged, details @ ..] = self.sentences.finding(finding);
            let _ = writeln!(text, "  - {}", code(&judged));
            for line in details {
                let _ = writeln!(text, "    - {}", code(&line));
            }
        }
        text
    }

    fn check(&self, text: &mut String, check: &Check, judgement_clause: bool) {
        let Sentences { words, names } = &self.sentences;
        let fact = names.fact(&check.fact);
        let comparison = Comparison::new(words, names, check).sentence(words, code);
        let separator = separator(words, &fact);
        let _ = write!(text, "  - {}{separator}{comparison}", prose(&fact));
        let spot = self.spots.known(&check.path);
        let spot = spot.map(|spot| spot.line_of_file());
        let mut notes = Vec::new();
        if !check.path.is_empty() {
            notes.push(code(&cut(&check.path)));
        }
        notes.extend(spot.map(|spot| code(&spot)));
        if check.may_be_settled(judgement_clause) {
            notes.push(words.judged.to_owned());
        }
        if !notes.is_empty() {
            let _ = write!(text, " ({})", notes.join(words.comma));
        }
        text.push('\n');
        for (name, values) in self.sentences.named_lists(check) {
            let _ = writeln!(text, "    - {name}{}{}", words.colon, code(&values));
        }
    }
}
