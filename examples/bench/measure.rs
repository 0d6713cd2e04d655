//! Time and memory of a program that runs to its end.

use anyhow::{Result, ensure};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4;

use crate::data::Data;
use crate::{beside, path};

/// What one run took.
#[derive(Clone, Copy)]
pub struct Measured {
    pub wall: Duration,
    /// Of all threads together.
    pub cpu: Duration,
    /// The most memory it ever had, in bytes.
    pub peak: u64,
}

/// Runs a program whose output is thrown away; it has to end with one of the codes.
pub fn run(command: &mut Command, codes: &[i32]) -> Result<Measured> {
    let begun = Instant::now();
    let mut child = command
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

/// The fastest of several runs.
pub fn best_of(runs: usize, mut one: impl FnMut() -> Result<Measured>) -> Result<Measured> {
    let mut best = one()?;
    for _ in 1..runs {
        let next = one()?;
        best = Measured {
            wall: best.wall.min(next.wall),
            cpu: best.cpu.min(next.cpu),
            peak: best.peak.max(next.peak),
        };
    }
    Ok(best)
}

/// `ciieval check` with a JSON report. Some dossiers fail, as they are meant to.
pub fn ciieval(data: &Data, jobs: Option<usize>, more: &[&str]) -> Result<Measured> {
    let mut command = Command::new(beside("ciieval")?);
    command
        .args([
            "check",
            path(&data.folder)?,
            "--format",
            "json",
            "--lang",
            "en",
        ])
        .args(more);
    for class in data.classes.ids() {
        command.args(["--class", class]);
    }
    if let Some(jobs) = jobs {
        command.args(["--jobs", &jobs.to_string()]);
    }
    run(&mut command, &[0, 1])
}
