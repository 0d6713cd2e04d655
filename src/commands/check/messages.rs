//! What is said on standard error while a run goes on.

use std::collections::BTreeMap;
use std::io::Write;

use crate::progress::Progress;
use crate::report::ErrorReport;
use crate::report::counts::Counts;
use crate::report::text::safe::safe;

/// How many files that are passed over for the same reason are named.
const NAMED: usize = 5;

/// Messages, and the progress bar that makes way for them.
pub struct Messages<'e> {
    err: &'e mut dyn Write,
    quiet: bool,
    progress: Option<Progress>,
    passed_over: BTreeMap<&'static str, Passed>,
}

#[derive(Default)]
struct Passed {
    named: Vec<String>,
    count: usize,
}

impl<'e> Messages<'e> {
    /// Messages to `err`; none if `quiet`.
    pub fn new(err: &'e mut dyn Write, quiet: bool, progress: Progress) -> Self {
        Self {
            err,
            quiet,
            progress: Some(progress),
            passed_over: BTreeMap::new(),
        }
    }

    /// Shows where the run is.
    pub fn tick(&mut self, done: u64, counts: &Counts) {
        if let Some(progress) = &mut self.progress {
            progress.tick(done, counts);
        }
    }

    /// Writes something else while no bar is shown.
    pub fn aside(&self, write: impl FnOnce()) {
        match &self.progress {
            Some(progress) => progress.aside(write),
            None => write(),
        }
    }

    /// Says what could not be evaluated.
    pub fn errors(&mut self, errors: &[ErrorReport]) {
        for error in errors {
            self.say(&error.to_string());
        }
    }

    /// Notes a file that is no dossier.
    pub fn passed_over(&mut self, path: String, why: &'static str) {
        let passed = self.passed_over.entry(why).or_default();
        passed.count += 1;
        if passed.count <= NAMED {
            passed.named.push(path);
        }
    }

    /// Takes the bar away and says what was passed over; `listed` if a list has all of it.
    pub fn end(&mut self, listed: bool) {
        if let Some(progress) = self.progress.take() {
            progress.end();
        }
        let mut is_short = false;
        for (why, passed) in std::mem::take(&mut self.passed_over) {
            let names: Vec<String> = passed
                .named
                .iter()
                .map(|path| format!("`{path}`"))
                .collect();
            let more = match passed.count - passed.named.len() {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            is_short |= !more.is_empty();
            let names = names.join(", ");
            self.say(&format!(
                "note: passed over as no dossier ({why}): {names}{more}"
            ));
        }
        if is_short && !listed {
            self.say("note: `--passed-over FILE` lists all that was passed over");
        }
    }

    /// Says that an exit code of 0 means nothing where every class is one that another standard evaluates.
    pub fn say_if_nothing_is_evaluated(&mut self, counts: &Counts) {
        if counts.is_all_elsewhere() {
            self.say("note: nothing was evaluated: other standards evaluate the classes asked for, and the exit code says nothing about them");
        }
    }

    /// Says how many of the results earlier runs had kept, and how many could not be kept now.
    pub fn kept(&mut self, kept: u64, all: u64, failures: u64) {
        self.say(&format!("note: {kept} of {all} results were in the cache"));
        if failures > 0 {
            self.say(&format!(
                "note: {failures} results could not be written to the cache"
            ));
        }
    }

    /// Shows a table.
    pub fn table(&mut self, table: &str) {
        for line in table.lines() {
            self.say(line);
        }
    }

    fn say(&mut self, message: &str) {
        if self.quiet {
            return;
        }
        let (message, err) = (safe(message), &mut *self.err);
        // The report has the errors too; a closed stderr is no reason to stop.
        let mut write = || {
            let _ = writeln!(err, "{message}");
        };
        match &self.progress {
            Some(progress) => progress.aside(write),
            None => write(),
        }
    }
}
