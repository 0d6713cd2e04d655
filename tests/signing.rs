//! `ciieval keygen`, `sign` and `verify --public-key`: what is signed can be checked here and with minisign, and
//! everything that was changed is told.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::tools::{on_path, or_skip, run, with_packages};
use common::{GOOD, Ran, ciieval, command};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const PASSWORD: &str = "CIIEVAL_KEY_PASSWORD";

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// A folder with keys `me.key` and `me.pub`, without a password, and a report.
fn signed_report() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let name = text(&folder.path().join("me"));
    let made = ciieval(&["keygen", &name, "--no-password"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let report = folder.path().join("report.json");
    let output = format!("json={}", text(&report));
    let pack = ["--policies", "tests/packs/standard"];
    let ran = ciieval(&[&["check", GOOD, "-o", &output], &pack[..]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = ciieval(&["sign", &text(&report), "--key", &(name + ".key")]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    (folder, report)
}

fn verified(folder: &Path, report: &Path, more: &[&str]) -> Ran {
    let (report, key) = (text(report), text(&folder.join("me.pub")));
    let arguments = ["verify", &report, "--public-key", &key, "--lang", "en"];
    ciieval(&[&arguments[..], more].concat())
}

#[test]
fn a_signature_is_right_alone_and_with_the_evidence() {
    let (folder, report) = signed_report();
    let ran = verified(folder.path(), &report, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("was not changed since it was signed"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("comment: file:report.json"), "{}", ran.out);
    let evidence = ["--dossier", GOOD, "--policies", "tests/packs/standard"];
    let ran = verified(folder.path(), &report, &evidence);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("the same byte for byte") && ran.out.contains("the signature is right")
    );
    // The key itself, and files that are no reports of this program.
    let key = fs::read_to_string(folder.path().join("me.pub")).unwrap();
    let key = key.lines().nth(1).unwrap();
    let ran = ciieval(&["verify", &text(&report), "--public-key", key]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let other = folder.path().join("any.bin");
    fs::write(&other, [0, 255, 13, 10]).unwrap();
    let secret = text(&folder.path().join("me.key"));
    let comment = ["--comment", "第 2026-017 号"];
    let ran = ciieval(&[&["sign", &text(&other), "--key", &secret], &comment[..]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = verified(folder.path(), &other, &[]);
    assert!(
        ran.code == 0 && ran.out.contains("第 2026-017 号"),
        "{}",
        ran.out
    );
}

#[test]
fn whatever_was_changed_is_told() {
    let (folder, report) = signed_report();
    let signature = folder.path().join("report.json.minisig");
    let (whole, sealed) = (
        fs::read(&report).unwrap(),
        fs::read_to_string(&signature).unwrap(),
    );
    let wrong = |said: &str| {
        let ran = verified(folder.path(), &report, &[]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{said}: {}", ran.err);
        assert!(ran.err.contains(said), "{said} is not in {}", ran.err);
    };
    let mut flipped = whole.clone();
    flipped[100] ^= 1;
    for changed in [
        &flipped[..],
        &whole[..whole.len() - 1],
        &[&whole[..], b"\n"].concat(),
        b"",
    ] {
        fs::write(&report, changed).unwrap();
        wrong("was changed after it was signed");
    }
    fs::write(&report, &whole).unwrap();
    fs::write(
        &signature,
        sealed.replace("file:report.json", "file:retort.json"),
    )
    .unwrap();
    wrong("the comment in the signature was changed");
    let lines: Vec<&str> = sealed.lines().collect();
    // Cut off anywhere it is none, and nothing panics.
    for end in 0..sealed.trim_end().len() {
        let Some(cut) = sealed.get(..end) else {
            continue;
        };
        if end % 7 == 0 || end > sealed.len() - 12 {
            fs::write(&signature, cut).unwrap();
            wrong("the signature is cut off, or is none");
        }
    }
    let short = format!("{}\n{}\n{}\nAAAA\n", lines[0], lines[1], lines[2]);
    for none in [short.as_str(), "", "<html>", "\u{0}\u{0}"] {
        fs::write(&signature, none).unwrap();
        wrong("the signature is cut off, or is none");
    }
    fs::write(&signature, &sealed).unwrap();
    let other = text(&folder.path().join("other"));
    assert_eq!(ciieval(&["keygen", &other, "--no-password"]).code, 0);
    let key = other + ".pub";
    let ran = ciieval(&[
        "verify",
        &text(&report),
        "--public-key",
        &key,
        "--lang",
        "en",
    ]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("signed with another key"), "{}", ran.err);
    let ran = ciieval(&[
        "verify",
        &text(&report),
        "--public-key",
        &key,
        "--lang",
        "zh",
    ]);
    assert!(ran.err.contains("不是一对"), "{}", ran.err);
    // Without a signature nothing can be said, which is no statement about the report.
    fs::remove_file(&signature).unwrap();
    let ran = verified(folder.path(), &report, &[]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("`--signature` names another file"),
        "{}",
        ran.err
    );
    let ran = ciieval(&["verify", &text(&report), "--public-key", &text(&report)]);
    assert!(
        ran.code == 2 && ran.err.contains("is no public key"),
        "{}",
        ran.err
    );
}

#[test]
fn a_signature_goes_over_nothing_but_a_signature() {
    let (folder, report) = signed_report();
    let (whole, key) = (
        fs::read(&report).unwrap(),
        text(&folder.path().join("me.key")),
    );
    let sign = |output: &str| ciieval(&["sign", &text(&report), "--key", &key, "-o", output]);
    let ran = sign(&text(&report));
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("is no signature and is left as it is"),
        "{}",
        ran.err
    );
    assert_eq!(fs::read(&report).unwrap(), whole);
    assert_eq!(sign(&(text(&report) + ".minisig")).code, 0);
    let ran = ciieval(&["sign", &text(&report), "--key", "missing.key"]);
    assert!(
        ran.code == 2 && ran.err.contains("cannot be read"),
        "{}",
        ran.err
    );
}

#[test]
fn a_report_that_was_changed_is_not_even_evaluated() {
    let (folder, report) = signed_report();
    let whole = fs::read_to_string(&report).unwrap();
    fs::write(&report, whole.replace("pass", "fail")).unwrap();
    let ran = verified(
        folder.path(),
        &report,
        &["--dossier", "missing", "--policies", "tests/packs/standard"],
    );
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(
        ran.err.contains("was changed after it was signed"),
        "{}",
        ran.err
    );
}

#[test]
fn keys_are_for_their_owner_and_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let name = text(&folder.path().join("me"));
    let (secret, public) = (format!("{name}.key"), format!("{name}.pub"));
    assert_eq!(ciieval(&["keygen", &name, "--no-password"]).code, 0);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(fs::metadata(&secret).unwrap().mode() & 0o777, 0o600);
    }
    let kept = fs::read(&secret).unwrap();
    for there in [&public, &secret] {
        let ran = ciieval(&["keygen", &name, "--no-password"]);
        assert_eq!(ran.code, 2);
        assert!(
            ran.err.contains("is there already and is left as it is"),
            "{}",
            ran.err
        );
        assert_eq!(fs::read(&secret).unwrap(), kept);
        // One of the two is enough.
        if *there == public {
            fs::remove_file(there).unwrap();
        }
    }
    // A file that others may read does not make the new one readable.
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(
            ciieval(&["keygen", &name, "--no-password", "--force"]).code,
            0
        );
        assert_eq!(fs::metadata(&secret).unwrap().mode() & 0o777, 0o600);
        assert_ne!(fs::read(&secret).unwrap(), kept);
        std::os::unix::fs::symlink("elsewhere", folder.path().join("link.key")).unwrap();
        let link = text(&folder.path().join("link"));
        assert_eq!(
            ciieval(&["keygen", &link, "--no-password", "--force"]).code,
            2
        );
        assert!(!folder.path().join("elsewhere").exists());
    }
    assert_eq!(
        fs::read_dir(folder.path())
            .unwrap()
            .filter(|it| text(&it.as_ref().unwrap().path()).contains("draft"))
            .count(),
        0
    );
}

#[test]
fn a_password_protects_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let name = text(&folder.path().join("me"));
    let with = |password: &str, arguments: &[&str]| {
        let output = command(arguments)
            .env(PASSWORD, password)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        (
            output.status.code().unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    assert_eq!(with("geheim", &["keygen", &name]), (0, String::new()));
    let key = format!("{name}.key");
    let report = folder.path().join("report.txt");
    fs::write(&report, "report").unwrap();
    let sign = ["sign", &text(&report), "--key", &key];
    let (code, said) = with("falsch", &sign);
    assert!(
        code == 2 && said.contains("the password is wrong"),
        "{said}"
    );
    assert_eq!(with("geheim", &sign), (0, String::new()));
    assert_eq!(verified(folder.path(), &report, &[]).code, 0);
    let (code, said) = with("geheim", &["sign", &text(&report), "--key", &text(&report)]);
    assert!(code == 2 && said.contains("is no secret key"), "{said}");
    let (code, said) = with("geheim", &["sign", "missing.json", "--key", &key]);
    assert!(
        code == 2 && said.contains("`missing.json` cannot be signed"),
        "{said}"
    );
    let (code, said) = with("geheim", &[&sign[..], &["--comment", "a\nb"]].concat());
    assert!(code == 2 && said.contains("one line"), "{said}");
}

/// The program of that name that everybody has.
fn minisign() -> Option<PathBuf> {
    or_skip(with_packages(&["minisign"], || {
        on_path("minisign").ok_or_else(|| "`minisign` is not on PATH".to_owned())
    }))
}

#[test]
fn minisign_checks_what_is_signed_here_and_the_other_way_round() {
    let Some(minisign) = minisign() else { return };
    let (folder, report) = signed_report();
    let at = |name: &str| text(&folder.path().join(name));
    let checks =
        |file: &str, key: &str| run(Command::new(&minisign).args(["-V", "-m", file, "-p", key]));
    let said = checks(&text(&report), &at("me.pub")).unwrap();
    assert!(said.contains("Trusted comment: file:report.json"), "{said}");
    // A key with a password, made here, signs there.
    let made = command(&["keygen", &at("locked")])
        .env(PASSWORD, "geheim")
        .output()
        .unwrap();
    assert!(made.status.success());
    let signs = |key: &str, input: &str| {
        let mut child = Command::new(&minisign)
            .args([
                "-S",
                "-m",
                &at("report.json"),
                "-s",
                key,
                "-x",
                &at("theirs.minisig"),
            ])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes()).unwrap();
        assert!(child.wait().unwrap().success());
    };
    signs(&at("locked.key"), "geheim\n");
    let theirs = ["--signature", &at("theirs.minisig"), "--lang", "en"];
    let check = |key: &str| {
        let arguments = ["verify", &at("report.json"), "--public-key", key];
        ciieval(&[&arguments[..], &theirs].concat())
    };
    let ran = check(&at("locked.pub"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    // Keys made there sign there and are checked here, and sign here and are checked there.
    run(Command::new(&minisign).args(["-G", "-W", "-p", &at("their.pub"), "-s", &at("their.key")]))
        .unwrap();
    signs(&at("their.key"), "");
    assert_eq!(check(&at("their.pub")).code, 0);
    let ran = ciieval(&["sign", &at("report.json"), "--key", &at("their.key")]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    checks(&at("report.json"), &at("their.pub")).unwrap();
    fs::write(&report, "changed").unwrap();
    assert!(checks(&at("report.json"), &at("their.pub")).is_err());
    assert_eq!(check(&at("their.pub")).code, 1);
}
