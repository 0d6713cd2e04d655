//! A progress bar for people who wait at a terminal.

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::io::IsTerminal;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::report::counts::Counts;

/// Runs that are shorter show none.
const SHORT: Duration = Duration::from_secs(1);

const KNOWN: &str = "{bar:16} {human_pos}/{human_len}  {rate}  {left}  {wide_msg}";
const UNKNOWN: &str = "{spinner} {human_pos}  {rate}  {msg}";

/// How to find out how much there is to do.
type Count = Box<dyn FnOnce() -> Option<u64> + Send>;

/// A bar that appears when a run takes its time.
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
    counting: Counting,
}

enum Counting {
    Not(Count),
    Under(Receiver<u64>),
    Done,
}

impl Progress {
    /// A bar on standard error. `count` is asked for the number of dossiers by another thread, once
    /// the bar is shown.
    #[must_use]
    pub fn new(count: impl FnOnce() -> Option<u64> + Send + 'static) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Self {
            bar: bar.with_style(style(UNKNOWN)),
            started: Instant::now(),
            counting: Counting::Not(Box::new(count)),
        }
    }

    /// No bar at all.
    #[must_use]
    pub fn hidden() -> Self {
        Self {
            counting: Counting::Done,
            ..Self::new(|| None)
        }
    }

    /// Whether somebody would see a bar, and nobody reads from a pipe what is written at the same time.
    #[must_use]
    pub fn is_seen(writes_to_stdout: bool) -> bool {
        std::io::stderr().is_terminal() && !(writes_to_stdout && stdout_is_pipe())
    }

    /// Shows where the run is.
    pub fn tick(&mut self, done: u64, counts: &Counts) {
        match &mut self.counting {
            Counting::Not(_) if self.started.elapsed() < SHORT => return,
            Counting::Not(_) => self.show(),
            Counting::Under(length) => {
                if let Ok(length) = length.try_recv() {
                    self.bar.set_length(length);
                    self.bar.set_style(style(KNOWN));
                    self.counting = Counting::Done;
                }
            }
            Counting::Done => {}
        }
        let Counts {
            failed,
            undetermined,
            not_evaluated,
            ..
        } = counts;
        let failed = failed + undetermined;
        self.bar
            .set_message(format!("failed: {failed}  not evaluated: {not_evaluated}"));
        self.bar.set_position(done);
        self.bar.tick();
    }

    /// Writes something else to the terminal.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// Takes the bar away.
    pub fn end(self) {
        self.bar.finish_and_clear();
    }

    fn show(&mut self) {
        self.bar
            .set_draw_target(ProgressDrawTarget::stderr_with_hz(5));
        let Counting::Not(count) = std::mem::replace(&mut self.counting, Counting::Done) else {
            return;
        };
        let (sender, length) = channel();
        let counting = thread::Builder::new().spawn(move || {
            if let Some(length) = count() {
                let _ = sender.send(length);
            }
        });
        if counting.is_ok() {
            self.counting = Counting::Under(length);
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    let rate = |state: &ProgressState, out: &mut dyn std::fmt::Write| {
        let _ = write!(out, "{:.1}/s", state.per_sec());
    };
    let left = |state: &ProgressState, out: &mut dyn std::fmt::Write| {
        // Nothing that is done tells nothing of what is left.
        let _ = match state.pos() {
            0 => write!(out, "? left"),
            _ => write!(out, "{:#} left", HumanDuration(state.eta())),
        };
    };
    ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .with_key("rate", rate)
        .with_key("left", left)
}

#[cfg(unix)]
fn stdout_is_pipe() -> bool {
    use std::os::fd::AsFd;
    use std::os::unix::fs::FileTypeExt;
    let copy = std::io::stdout().as_fd().try_clone_to_owned();
    let kind = copy.and_then(|copy| std::fs::File::from(copy).metadata());
    kind.is_ok_and(|kind| kind.file_type().is_fifo() || kind.file_type().is_socket())
}

#[cfg(not(unix))]
fn stdout_is_pipe() -> bool {
    !std::io::stdout().is_terminal()
}
