//! The host's texts and the pack's names, asked for in both languages at once.

use super::phrase::{Phrase, say};
use crate::outcome::Status;
use crate::pack::Pack;
use crate::report::model::ResultReport;
use crate::report::text::names::Names;
use crate::report::text::words::Words;
use crate::score::Verdict;
use crate::text::Language;

/// Who says things in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Speaker<'a> {
    /// The pack that names things.
    pub pack: &'a Pack,
    zh: (&'static Words, Names<'a>),
    en: (&'static Words, Names<'a>),
}

impl<'a> Speaker<'a> {
    /// One that uses the names of `pack`.
    pub fn new(pack: &'a Pack) -> Self {
        let of = |language| {
            let words = Words::of(language);
            (words, Names::whole(pack, words))
        };
        Self {
            pack,
            zh: of(Language::Chinese),
            en: of(Language::English),
        }
    }

    /// What `text` makes of the texts and names, in both languages.
    pub fn both<T: AsRef<str>>(&self, text: impl Fn(&'static Words, &Names<'a>) -> T) -> Phrase {
        say(
            text(self.zh.0, &self.zh.1).as_ref(),
            text(self.en.0, &self.en.1).as_ref(),
        )
    }

    /// What `tell` makes of the texts and names, in Chinese and in English.
    pub fn each<T>(&self, tell: impl Fn(&'static Words, &Names<'a>) -> T) -> (T, T) {
        (tell(self.zh.0, &self.zh.1), tell(self.en.0, &self.en.1))
    }

    /// The names of classes.
    pub fn classes(&self, ids: &[String]) -> Phrase {
        self.both(|_, names| names.classes(ids))
    }

    /// A verdict.
    pub fn verdict(&self, result: &ResultReport) -> Phrase {
        self.both(|words, _| words.verdict(result))
    }

    /// A status.
    pub fn status(&self, status: Status) -> Phrase {
        self.both(|words, _| words.status(status))
    }
}

/// The key of a verdict in the page.
pub fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "pass",
        Verdict::Fail => "fail",
        Verdict::Undetermined => "open",
    }
}

/// The key of a status in the page.
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::Satisfied => "satisfied",
        Status::NotSatisfied => "not_satisfied",
        Status::NotApplicable => "not_applicable",
        Status::NoEvidence => "no_evidence",
        Status::Error => "error",
    }
}
