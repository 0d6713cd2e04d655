//! Time and memory of a program that runs to its end.

use anyhow::{Result, ensure};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4;

use crate::data::Data;
use crate::{beside, path};

/// What runs of one thing took.
#[derive(Clone, Copy)]
pub struct Measured {
    /// By the clock: the least.
    pub wall: Duration,
    /// Of all threads together: the least.
    pub cpu: Duration,
    /// The most memory it ever had, in bytes. The system counts what the program that started it had
    /// at that moment, so this one stays small.
    pub peak: u64,
}

impl Measured {
    /// This one and another of the same.
    pub fn and(self, other: Option<Self>) -> Self {
        let Some(other) = other else { return self };
        Self {
            wall: self.wall.min(other.wall),
            cpu: self.cpu.min(other.cpu),
            peak: self.peak.max(other.peak),
        }
    }
}

/// Runs a program whose output is thrown away; it has to end with one of the codes.
pub fn run(command: &mut Command, codes: &[i32]) -> Result<Measured> {
    let begun = Instant::now();
    let mut child = command
        // Errors that the engine meets and handles would be traced, which takes time.
        .env_remove("RUST_BACKTRACE")
        .env_remove("RUST_LIB_BACKTRACE")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let used = child.wait4()?;
    let wall = begun.elapsed();
    let code = used.status.code();
    ensure!(
        code.is_some_and(|code| codes.contains(&code)),
        "{command:?} ended with {code:?}"
    );
    Ok(Measured {
        wall,
        cpu: used.rusage.utime + used.rusage.stime,
        peak: used.rusage.maxrss,
    })
}

/// Several runs of each of several things, in turn, so that what else the machine does falls on all.
pub fn in_turn<const N: usize>(
    runs: usize,
    things: [&dyn Fn() -> Result<Measured>; N],
) -> Result<[Measured; N]> {
    let mut least = [None; N];
    for _ in 0..runs.max(1) {
        for (thing, least) in things.iter().zip(&mut least) {
            *least = Some(thing()?.and(*least));
        }
    }
    Ok(least.map(|least| {
        least.unwrap_or(Measured {
            wall: Duration::MAX,
            cpu: Duration::MAX,
            peak: 0,
        })
    }))
}

/// `ciieval check` over dossiers. Some of them fail, as they are meant to.
pub fn ciieval(data: &Data, jobs: usize, more: &[&str]) -> Result<Measured> {
    let mut command = Command::new(beside("ciieval")?);
    command
        .args(["check", path(data.folder.path())?, "--lang", "en"])
        .args(["--jobs", &jobs.to_string()])
        .args(more);
    for class in data.kind.classes.ids() {
        command.args(["--class", class]);
    }
    run(&mut command, &[0, 1])
}
