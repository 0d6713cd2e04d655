//! What was measured on, as far as the system tells.

use anyhow::Result;
use std::fs;
use std::num::NonZeroUsize;
use std::process::Command;

use crate::beside;

/// How many threads can run at once.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// How much the machine has to do, where the system tells.
pub fn load() -> Option<String> {
    let load = fs::read_to_string("/proc/loadavg").ok()?;
    load.split(' ').next().map(str::to_owned)
}

/// Program, processor, cores, how it was measured, and what else the machine was doing before.
pub fn described(runs: usize, busy: Option<String>) -> Result<String> {
    let version = Command::new(beside("ciieval")?).arg("--version").output()?;
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    let build = if cfg!(debug_assertions) {
        ", not optimized: these numbers mean nothing"
    } else {
        ""
    };
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or(std::env::consts::ARCH, |(_, model)| model);
    let busy = busy.map_or_else(String::new, |load| format!("; load before: {load}"));
    let (system, cores) = (std::env::consts::OS, cores());
    Ok(format!(
        "{version}{build}. On {system}, {model}, cores: {cores}{busy}. Runs of each: {runs}, memory: 1; the \
         least counts.\n"
    ))
}
