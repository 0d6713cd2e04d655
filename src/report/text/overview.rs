//! The head of an evaluation and its terms.

use super::names::cut;
use super::page::{Cell, Page, Side, Tone};
use super::words::{Words, fill};
use crate::outcome::Status;
use crate::report::model::{DossierReport, EvaluationReport, ResultReport};
use crate::score::{DecidedBy, Tally, Verdict};

/// Who, what, and how it ended.
pub fn header(
    page: &mut Page,
    words: &Words,
    dossier: &DossierReport,
    evaluation: &EvaluationReport,
    pass_mark: u32,
) {
    page.line(0, &cut(&dossier.provider.name), Tone::Heading);
    let result = &evaluation.result;
    let class = format!(
        "{} {}",
        evaluation.clause,
        evaluation.title.get(words.language())
    );
    let mut verdict = words.verdict(result);
    let failed = evaluation
        .clauses
        .iter()
        .filter(|clause| clause.status == Status::Error)
        .count();
    if let Some(why) = why(words, result, pass_mark, failed) {
        verdict = format!("{verdict}{}{why}", words.colon);
    }
    let mut rows = vec![
        row(words.dossier, &dossier.path, Tone::Plain),
        row(words.reference_date, &dossier.reference_date, Tone::Plain),
        row(words.class, &class, Tone::Plain),
        row(words.verdict, &verdict, tone(result.verdict)),
        row(words.score, &score(words, result, pass_mark), Tone::Plain),
        row(
            words.mandatory,
            &count(words, result.mandatory),
            Tone::Plain,
        ),
        row(
            words.compliance,
            &count(words, result.compliance),
            Tone::Plain,
        ),
    ];
    let mut name = words.deviations();
    for deviation in &evaluation.deviations {
        let text = deviation.text.get(words.language());
        rows.push(row(std::mem::take(&mut name), text, Tone::Bad));
    }
    if evaluation
        .clauses
        .iter()
        .any(|clause| !clause.findings.is_empty())
    {
        rows.push(row(
            words.without_findings,
            &in_short(words, &evaluation.without_findings, pass_mark),
            Tone::Plain,
        ));
    }
    page.table(2, &[Side::Left, Side::Left], &rows);
}

/// A row of a head: what it is, and its text.
pub fn row(name: &str, text: &str, tone: Tone) -> Vec<Cell> {
    vec![Cell::new(name, Tone::Faint), Cell::new(text, tone)]
}

/// Why it ended so, where there is more to say than the verdict.
pub fn why(words: &Words, result: &ResultReport, pass_mark: u32, failed: usize) -> Option<String> {
    let short = result.mandatory.missing();
    let reason = match (result.verdict, result.decided_by) {
        (Verdict::Fail, Some(DecidedBy::Mandatory)) => {
            fill(words.mandatory_short, &[&short.to_string()])
        }
        (Verdict::Fail, _) => fill(words.below_mark, &[&pass_mark.to_string()]),
        (Verdict::Undetermined, _) => return Some(fill(words.undecided, &[&failed.to_string()])),
        (Verdict::Pass, _) if failed == 0 => return None,
        (Verdict::Pass, _) => return Some(fill(words.rules_failed, &[&failed.to_string()])),
    };
    if failed == 0 {
        return Some(reason);
    }
    Some(format!(
        "{reason}{}{}",
        words.comma,
        fill(words.rules_failed, &[&failed.to_string()])
    ))
}

/// The score against the pass mark. Where mandatory clauses decide it is not applicable, as in the
/// standard's table 1, and given for information only.
pub fn score(words: &Words, result: &ResultReport, pass_mark: u32) -> String {
    let template = match result.decided_by {
        Some(DecidedBy::Score) => words.score_of,
        Some(DecidedBy::Mandatory) | None => words.for_information,
    };
    fill(template, &[&result.score, &pass_mark.to_string()])
}

fn count(words: &Words, tally: Tally) -> String {
    fill(
        words.count_of,
        &[&tally.satisfied.to_string(), &tally.total.to_string()],
    )
}

/// A whole result in a line.
pub fn in_short(words: &Words, result: &ResultReport, pass_mark: u32) -> String {
    let named = |name: &str, text: String| format!("{name} {text}");
    [
        words.verdict(result),
        named(words.score, score(words, result, pass_mark)),
        named(words.mandatory, count(words, result.mandatory)),
        named(words.compliance, count(words, result.compliance)),
    ]
    .join(words.comma)
}

/// The tone of a verdict.
pub fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Pass => Tone::Good,
        Verdict::Fail => Tone::Bad,
        Verdict::Undetermined => Tone::Open,
    }
}

/// The weighted summands.
pub fn terms(page: &mut Page, words: &Words, evaluation: &EvaluationReport) {
    let head = [
        words.clause,
        words.term,
        words.mandatory,
        words.satisfied,
        words.points,
        words.weight,
    ];
    let mut rows: Vec<Vec<Cell>> = vec![
        head.iter()
            .map(|name| Cell::new(name, Tone::Faint))
            .collect(),
    ];
    for term in &evaluation.terms {
        let short = term.mandatory.satisfied < term.mandatory.total;
        rows.push(vec![
            Cell::plain(&term.clause),
            Cell::plain(term.title.get(words.language())),
            Cell::new(
                &part(term.mandatory),
                if short { Tone::Bad } else { Tone::Plain },
            ),
            Cell::plain(&part(Tally {
                satisfied: term.satisfied,
                total: term.total,
            })),
            Cell::plain(&two_places(&term.points)),
            Cell::plain(&term.weight.to_string()),
        ]);
    }
    let result = &evaluation.result;
    let weight: u32 = evaluation.terms.iter().map(|term| term.weight).sum();
    let total = [
        "",
        words.total,
        &part(result.mandatory),
        &part(result.compliance),
        &two_places(&result.score),
        &weight.to_string(),
    ];
    rows.push(
        total
            .iter()
            .map(|text| Cell::new(text, Tone::Heading))
            .collect(),
    );
    page.table(
        2,
        &[
            Side::Left,
            Side::Left,
            Side::Right,
            Side::Right,
            Side::Right,
            Side::Right,
        ],
        &rows,
    );
}

/// A tally in a table.
pub fn part(tally: Tally) -> String {
    format!("{}/{}", tally.satisfied, tally.total)
}

/// A decimal with both its places, so that a column of them aligns.
pub fn two_places(decimal: &str) -> String {
    let (whole, places) = decimal.split_once('.').unwrap_or((decimal, ""));
    format!("{whole}.{places:0<2}")
}
