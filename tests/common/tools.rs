//! Programs from outside that tests use. Where root runs the tests they are installed; elsewhere what
//! needs them is skipped, but never on a build server.
#![allow(dead_code, clippy::panic, clippy::print_stderr)]

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// What was found, or `None` after a line that says why the test is skipped.
///
/// # Panics
/// Where it is missing on a build server.
pub fn or_skip<T>(found: Result<T, String>) -> Option<T> {
    match found {
        Ok(found) => Some(found),
        Err(missing) if env::var_os("CI").is_none() => {
            eprintln!("skipped: {missing}");
            None
        }
        Err(missing) => panic!("{missing}"),
    }
}

/// What `find` finds, after these packages of Debian are installed if it finds nothing before.
///
/// # Errors
/// What is missing, or why it cannot be installed.
pub fn with_packages<T>(
    packages: &[&str],
    find: impl Fn() -> Result<T, String>,
) -> Result<T, String> {
    let missing = match find() {
        Ok(found) => return Ok(found),
        Err(missing) => format!("{missing} (Debian: {})", packages.join(", ")),
    };
    let is_root = run(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root || on_path("apt-get").is_none() {
        return Err(missing);
    }
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    run(Command::new("apt-get")
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(["-o", "DPkg::Lock::Timeout=600"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))?;
    find().map_err(|_| missing)
}

/// The program of that name.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// What a program says.
///
/// # Errors
/// Why it does not run or what it complains about.
pub fn run(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .map_err(|error| format!("`{name}` does not run: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!(
        "`{name}` fails: {}",
        String::from_utf8_lossy(&output.stderr)
    ))
}
