//! The tutorial is followed command by command, and prints what it says it prints.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr
)]

use std::path::{Path, PathBuf};
use std::process::Command;

const PAGE: &str = "docs/tutorial-pack.md";

/// A fenced block: what stands behind the fence, and its lines with the number of the first.
struct Block<'p> {
    info: &'p str,
    lines: Vec<&'p str>,
    first: usize,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for (number, line) in page.lines().enumerate() {
        match line.strip_prefix("```") {
            Some(_) if is_open => is_open = false,
            Some(info) => {
                is_open = true;
                blocks.push(Block {
                    info,
                    lines: Vec::new(),
                    first: number + 1,
                });
            }
            None if is_open => blocks.last_mut().unwrap().lines.push(line),
            None => {}
        }
    }
    assert!(!is_open, "a block does not end");
    blocks
}

/// A clone as far as the tutorial needs it, and a folder with the program.
fn clone() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["policies", "fixtures"] {
        let there = std::env::current_dir().unwrap().join(name);
        std::os::unix::fs::symlink(there, folder.path().join(name)).unwrap();
    }
    folder
}

fn opa() -> Option<PathBuf> {
    let named = std::env::var_os("OPA").map(PathBuf::from);
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&paths).map(|path| path.join("opa"));
    named.into_iter().chain(found).find(|path| path.is_file())
}

/// What the commands print, on both streams.
fn run(commands: &str, folder: &Path, more: Option<&Path>) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_ciieval")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut paths = vec![program.to_owned()];
    paths.extend(more.map(Path::to_owned));
    paths.extend(std::env::split_paths(&path));
    let output = Command::new("bash")
        .arg("-c")
        .arg(format!("exec 2>&1\n{commands}"))
        .current_dir(folder)
        .env("PATH", std::env::join_paths(paths).unwrap())
        .env("LC_ALL", "C.UTF-8")
        .env_remove("LANGUAGE")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_tutorial_prints_what_it_says() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let folder = clone();
    let mut printed = None;
    // By first line and number of lines, what should stand there.
    let mut outputs: Vec<(usize, usize, String)> = Vec::new();
    for block in blocks(&page) {
        match block.info {
            "sh" => {
                assert!(
                    printed.is_none(),
                    "what is printed before line {} is not shown",
                    block.first
                );
                printed = Some(run(&block.lines.join("\n"), folder.path(), None));
            }
            "text" => {
                let text = printed.take().unwrap();
                outputs.push((block.first, block.lines.len(), text.trim_end().to_owned()));
            }
            "sh opa" => match opa() {
                Some(opa) => {
                    let text = run(&block.lines.join("\n"), folder.path(), opa.parent());
                    let statuses: Vec<String> = serde_json::from_str(&text).unwrap();
                    assert_eq!(statuses, ["not_satisfied", "not_satisfied"]);
                }
                None => {
                    println!("skipped: no `opa` on PATH or in $OPA for the last step of {PAGE}");
                }
            },
            other => assert_eq!(other, "", "a block that nobody runs"),
        }
    }
    assert!(outputs.len() >= 7);
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    for (first, count, text) in outputs.into_iter().rev() {
        lines.splice(first..first + count, text.lines().map(str::to_owned));
    }
    let whole = lines.join("\n") + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PAGE, &whole).unwrap();
    }
    assert_eq!(page, whole, "{PAGE}: UPDATE=1 cargo test --test tutorial");
}
