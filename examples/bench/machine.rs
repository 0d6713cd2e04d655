//! What was measured on, as far as the system tells.

use anyhow::Result;
use std::fs;
use std::process::Command;

use crate::beside;

/// Program, processor, cores, how it was measured, and what else the machine was doing.
pub fn described(runs: usize) -> Result<String> {
    let version = Command::new(beside("ciieval")?).arg("--version").output()?;
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    let cores = std::thread::available_parallelism()?;
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or(std::env::consts::ARCH, |(_, model)| model);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let busy = match load.split(' ').next().filter(|load| !load.is_empty()) {
        Some(load) => format!("; load at the end, this run's own included: {load}"),
        None => String::new(),
    };
    let system = std::env::consts::OS;
    Ok(format!(
        "{version} on {system}, {model}, cores: {cores}{busy}. The least of {runs} runs; memory and \
         the cold cache: one run."
    ))
}
