//! `ciieval sign` and `ciieval keygen`: signatures as minisign has them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::places::{cannot_write, write_file};
use super::verify::beside;
use super::{Exit, Failure, unless_closed};
use crate::cli::{KeygenArgs, SignArgs};
use crate::interrupt::{self, Drafts};
use crate::pipeline::sink::Place;
use crate::report::text::safe::safe;
use crate::signature;

/// Where the password of a key may stand.
const PASSWORD: &str = "CIIEVAL_KEY_PASSWORD";

pub(super) fn sign(args: &SignArgs) -> Result<Exit, Failure> {
    let key_file = args.key.display();
    let wrong = |error: &str| Failure::new(&format!("key `{key_file}`: {error}"));
    let text = fs::read_to_string(&args.key)
        .map_err(|error| wrong(&format!("cannot be read: {error}")))?;
    let password = if signature::is_encrypted(&text) {
        Some(password(&[&format!("Password of {key_file}: ")])?)
    } else {
        None
    };
    let key = signature::secret(&text, password).map_err(|error| wrong(&error))?;
    let shown = args.report.display();
    let unread = |error: &str| Failure::new(&format!("`{shown}` cannot be signed: {error}"));
    let report = File::open(&args.report).map_err(|error| unread(&error.to_string()))?;
    let name = args.report.file_name().unwrap_or_default();
    let name = format!("file:{}", safe(&name.to_string_lossy()));
    let comment = args.comment.as_deref().unwrap_or(&name);
    let signed = signature::sign(&key, report, comment).map_err(|error| unread(&error))?;
    let file = args.output.clone().unwrap_or_else(|| beside(&args.report));
    if !is_free(&file) {
        let file = file.display();
        return Err(Failure::new(&format!(
            "`{file}` is there already, is no signature and is left as it is: name another file"
        )));
    }
    let drafts = Drafts::default();
    interrupt::end_at_once(&drafts);
    let place = Place::open(&file, &drafts).map_err(|error| cannot_write(Some(&file), &error))?;
    write_file(place, signed.as_bytes())?;
    Ok(Exit::Pass)
}

pub(super) fn keygen(args: &KeygenArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let (secret, public) = (with(&args.name, ".key"), with(&args.name, ".pub"));
    for file in [&secret, &public] {
        if !args.force && fs::symlink_metadata(file).is_ok() {
            let file = file.display();
            return Err(Failure::new(&format!(
                "`{file}` is there already and is left as it is: give the keys another name"
            )));
        }
    }
    let asked = ["Password of the new key: ", "The same once more: "];
    let password = if args.no_password {
        None
    } else {
        Some(password(&asked)?)
    };
    let keys = signature::keys(password).map_err(|error| Failure::new(&error))?;
    let drafts = Drafts::default();
    interrupt::end_at_once(&drafts);
    let open = |file: &PathBuf, place: io::Result<Place>| {
        place.map_err(|error| cannot_write(Some(file), &error))
    };
    let for_secret = open(&secret, Place::secret(&secret, &drafts))?;
    let for_public = open(&public, Place::open(&public, &drafts))?;
    write_file(for_secret, keys.secret.as_bytes())?;
    write_file(for_public, keys.public.as_bytes())?;
    let (secret, public) = (secret.display().to_string(), public.display().to_string());
    let said = format!(
        "{} is secret: keep it where nobody else can read it\n{} is for everybody who is to check what you sign\n",
        safe(&secret),
        safe(&public)
    );
    unless_closed(out.write_all(said.as_bytes()).and_then(|()| out.flush()))?;
    Ok(Exit::Pass)
}

/// Whether a signature may go there: where nothing is, or another signature.
fn is_free(file: &Path) -> bool {
    match fs::read(file) {
        Ok(bytes) => signature::looks_like_one(&bytes),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

fn with(name: &Path, ending: &str) -> PathBuf {
    let mut name = name.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The password: from the environment, or asked for at the terminal, as often as there are prompts.
fn password(prompts: &[&str]) -> Result<String, Failure> {
    if let Some(password) = std::env::var_os(PASSWORD) {
        let password = password.into_string();
        return password.map_err(|_| Failure::new(&format!("{PASSWORD} is no text in UTF-8")));
    }
    let mut given: Option<String> = None;
    for prompt in prompts {
        let password = rpassword::prompt_password(prompt).map_err(|error| {
            Failure::new(&format!(
                "the password cannot be asked for ({error}): set {PASSWORD}, or make a key without one (`ciieval keygen --no-password`)"
            ))
        })?;
        if given.as_ref().is_some_and(|given| *given != password) {
            return Err(Failure::new("the two passwords are not the same"));
        }
        given = Some(password);
    }
    match given {
        Some(password) if !password.is_empty() => Ok(password),
        _ => Err(Failure::new(
            "an empty password protects nothing: `--no-password` makes a key without one",
        )),
    }
}
