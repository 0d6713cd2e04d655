//! Hostile packs that are too large to keep, or that a checkout cannot hold: made when they are tried.
#![allow(clippy::too_many_lines)] // A list of files reads best in one piece.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::Hostile;

type Make = fn(&Path) -> std::io::Result<()>;

/// The packs, with what makes them.
pub fn made() -> Vec<(Hostile, Make)> {
    let hostile = |pack: &str, does: &str, exit, says: &str| Hostile {
        pack: pack.to_owned(),
        does: does.to_owned(),
        exit,
        says: says.to_owned(),
    };
    vec![
        (
            hostile(
                "many-classes",
                "lists ten thousand classes",
                2,
                "`classes` has 10000 entries, and a pack may have 1000",
            ),
            many_classes,
        ),
        (
            hostile(
                "thousand-mistakes",
                "lists a thousand classes that use terms nobody has",
                2,
                "uses term `none`, which no pack has",
            ),
            thousand_mistakes,
        ),
        (
            hostile(
                "large-file",
                "has a data file of 2 MiB",
                2,
                "is larger than 1 MiB",
            ),
            large_file,
        ),
        (
            hostile(
                "many-files",
                "has three thousand files",
                2,
                "is one too many",
            ),
            many_files,
        ),
        (
            hostile(
                "deep-folders",
                "nests its folders thirty levels deep",
                2,
                "20000 files and folders in 16 levels",
            ),
            deep_folders,
        ),
        (
            hostile(
                "link-to-file",
                "links to a file outside of its folder",
                2,
                "is a link that leads out of the pack",
            ),
            link_to_file,
        ),
        (
            hostile(
                "link-to-folder",
                "links to a folder outside of its own",
                2,
                "is a link that leads out of the pack",
            ),
            link_to_folder,
        ),
        (
            hostile(
                "link-in-circles",
                "links to its own folder",
                2,
                "cannot be read",
            ),
            link_in_circles,
        ),
        (
            hostile(
                "strange-names",
                "has file names of dots and characters that steer a terminal",
                0,
                "pass",
            ),
            strange_names,
        ),
        (
            hostile(
                "long-sum",
                "adds up a hundred thousand numbers in one expression",
                2,
                "file exceeds|more than 200 levels|too many lines|exceeds",
            ),
            long_sum,
        ),
        (
            hostile(
                "deepest-chain",
                "has the longest chain of rules that is let through, each with the deepest expression",
                0,
                "pass",
            ),
            deepest_chain,
        ),
        (
            hostile(
                "many-rules",
                "has thirty thousand rules",
                2,
                "and the packs may have 20000",
            ),
            many_rules,
        ),
        (
            hostile(
                "many-reads",
                "has five thousand rules that each read all of a thousand others",
                2,
                "read each other in too many ways",
            ),
            many_reads,
        ),
        (
            hostile(
                "many-cycles",
                "has five thousand rules that lead back to themselves",
                2,
                "leads back to itself",
            ),
            many_cycles,
        ),
    ]
}

fn manifest(folder: &Path, more: &str) -> std::io::Result<()> {
    let text = format!("id: hostile/made\nversion: 1.0.0\n{more}");
    fs::write(folder.join("pack.yaml"), text)
}

fn classes(folder: &Path, count: usize, term: &str) -> std::io::Result<()> {
    let mut list = "classes:\n".to_owned();
    for id in 0..count {
        let _ = writeln!(
            list,
            "  - {{id: c{id}, clause: '9', title: {{zh: 类, en: C}}{term}}}"
        );
    }
    manifest(folder, &list)
}

fn many_classes(folder: &Path) -> std::io::Result<()> {
    classes(folder, 10_000, "")
}

fn thousand_mistakes(folder: &Path) -> std::io::Result<()> {
    classes(folder, 1_000, ", term: none")
}

fn large_file(folder: &Path) -> std::io::Result<()> {
    manifest(folder, "")?;
    fs::write(folder.join("data.yaml"), "a: b # x\n".repeat(250_000))
}

fn many_files(folder: &Path) -> std::io::Result<()> {
    manifest(folder, "")?;
    (0..3_000).try_for_each(|file| fs::write(folder.join(format!("{file}.yaml")), "{}\n"))
}

fn deep_folders(folder: &Path) -> std::io::Result<()> {
    manifest(folder, "")?;
    let deep = (0..30).fold(folder.to_owned(), |path, _| path.join("d"));
    fs::create_dir_all(&deep)?;
    fs::write(deep.join("data.yaml"), "{}\n")
}

fn link_to_file(folder: &Path) -> std::io::Result<()> {
    manifest(folder, "")?;
    std::os::unix::fs::symlink("/etc/hostname", folder.join("data.yaml"))
}

fn link_to_folder(folder: &Path) -> std::io::Result<()> {
    manifest(folder, "")?;
    std::os::unix::fs::symlink("/etc", folder.join("labels"))
}

fn link_in_circles(folder: &Path) -> std::io::Result<()> {
    manifest(folder, "")?;
    std::os::unix::fs::symlink(".", folder.join("labels"))
}

fn strange_names(folder: &Path) -> std::io::Result<()> {
    manifest(folder, "")?;
    for name in [
        "...yaml",
        "..%2f..%2fx.yaml",
        "\u{1b}[2J\u{202e}.yaml",
        "a\nb.yaml",
        "-rf.yaml",
    ] {
        fs::write(folder.join(name), "{}\n")?;
    }
    Ok(())
}

fn rules(folder: &Path, rules: &str) -> std::io::Result<()> {
    manifest(folder, "overrides: [3.2.a]\n")?;
    let clause = "# METADATA\n# title: Hostile\n# description: Means no good.\n# custom:\n#   clause: 3.2.a\n#   mandatory: false\n#   title_zh: 恶意规则\n#   description_zh: 不怀好意。\nhostile := {\"status\": \"satisfied\", \"checks\": []} if start != 0\n";
    fs::write(
        folder.join("hostile.rego"),
        format!("package hostile\n\n{clause}\n{rules}"),
    )
}

fn long_sum(folder: &Path) -> std::io::Result<()> {
    // Many on a line, so that the lines are not too many.
    let line = "1 + ".repeat(200);
    let sum = format!("start := {}1\n", format!("{line}\n\t").repeat(500));
    rules(folder, &sum)
}

fn deepest_chain(folder: &Path) -> std::io::Result<()> {
    let mut text = "start := c290\n\nc0 := [1]\n\n".to_owned();
    for rule in 1..=290 {
        let inner = format!("[c{}[0]]", rule - 1);
        let value = (0..12).fold(inner, |value, level| {
            format!("[x{level} | some x{level} in {value}]")
        });
        let _ = write!(text, "c{rule} := {value}\n\n");
    }
    rules(folder, &text)
}

fn many_rules(folder: &Path) -> std::io::Result<()> {
    let mut text = "start := 1\n".to_owned();
    for rule in 0..15_000 {
        let _ = writeln!(text, "r{rule} := 1");
    }
    rules(folder, &text)?;
    fs::write(
        folder.join("more.rego"),
        text.replace("start := 1\n", "package more\n\n"),
    )
}

fn many_reads(folder: &Path) -> std::io::Result<()> {
    let mut read = "package read\n\n".to_owned();
    for rule in 0..1_000 {
        let _ = writeln!(read, "r{rule} := 1");
    }
    let mut text = "start := 1\n".to_owned();
    for rule in 0..5_000 {
        let _ = writeln!(text, "r{rule} := data.read");
    }
    rules(folder, &text)?;
    fs::write(folder.join("read.rego"), read)
}

fn many_cycles(folder: &Path) -> std::io::Result<()> {
    let mut text = "start := 1\n".to_owned();
    for rule in 0..5_000 {
        let _ = writeln!(text, "r{rule} := r{rule}");
    }
    rules(folder, &text)
}
