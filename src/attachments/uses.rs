//! One file for facts that contradict each other. That facts share a scan is no contradiction: the same page
//! cannot be two certificates, a certificate and a document, or one document approved on two days.

use std::collections::HashMap;
use std::path::{Component, Path};

use super::named::Named;
use crate::contradictions::facts::{number, text};
use crate::observation::Observation;

/// Files that hold many others prove many facts.
const ARCHIVES: [&str; 9] = ["zip", "7z", "rar", "tar", "gz", "tgz", "bz2", "xz", "zst"];

/// What contradicts each other in the uses of files, in the order of the dossier.
pub fn contradictions(named: &[Named]) -> Vec<Observation> {
    let mut found = two_digests(named);
    found.extend(two_proofs(named));
    found
}

fn two_digests(named: &[Named]) -> Vec<Observation> {
    let mut stated: HashMap<String, (&str, &Named)> = HashMap::new();
    let mut found = Vec::new();
    for one in named {
        let Some(digest) = one.sha256 else { continue };
        let (first, other) = *stated.entry(plain(one.file)).or_insert((digest, one));
        if first != digest {
            let file = one.file;
            found.push(Observation::new(
                "attachment_two_digests",
                format!("附件“{file}”写明了两个不同的摘要。"),
                format!("the attachment “{file}” is stated with two digests."),
                &[&one.path, &other.path],
            ));
        }
    }
    found
}

/// What a page can be the proof of.
#[derive(Debug, PartialEq, Eq)]
enum Proof<'e> {
    Certificate {
        kind: &'e str,
        holder: String,
        number: Option<String>,
    },
    Document {
        approved_on: Option<&'e str>,
        version: Option<&'e str>,
    },
}

fn two_proofs(named: &[Named]) -> Vec<Observation> {
    let mut found = Vec::new();
    let mut first: HashMap<(String, &str), (Proof, &Named)> = HashMap::new();
    for one in named {
        if is_archive(one.file) {
            continue;
        }
        let Some(proof) = Proof::of(one) else {
            continue;
        };
        // The digest alone tells copies under other names.
        let files = [
            Some(plain(one.file)),
            one.sha256.map(|digest| format!("sha256:{digest}")),
        ];
        let page = one.page.map_or("", str::trim);
        let keys: Vec<(String, &str)> = files.into_iter().flatten().map(|it| (it, page)).collect();
        let other = keys.iter().find_map(|key| {
            let (known, other) = first.get(key)?;
            known.contradicts(&proof).then_some(*other)
        });
        if let Some(other) = other {
            found.push(Observation::new(
                "attachment_two_proofs",
                format!("同一附件“{}”用来证明两件相互矛盾的事实。", one.file),
                format!(
                    "the attachment “{}” is the proof of two things that contradict each other.",
                    one.file
                ),
                &[&one.path, &other.path],
            ));
            continue;
        }
        for key in keys {
            if let Some(proof) = Proof::of(one) {
                first.entry(key).or_insert((proof, one));
            }
        }
    }
    found
}

impl<'e> Proof<'e> {
    fn of(named: &Named<'e>) -> Option<Self> {
        let (owner, path) = (named.owner, named.owner_path.as_str());
        let is_of_person = path.starts_with("people[") && path.contains(".certificates[");
        if is_of_person || path.starts_with("qualifications[") {
            let holder = path
                .split_once(".certificates")
                .map_or("", |(holder, _)| holder);
            return Some(Self::Certificate {
                kind: text(owner, "kind")?,
                holder: holder.to_owned(),
                number: text(owner, "number").map(number),
            });
        }
        path.starts_with("documents[").then(|| Self::Document {
            approved_on: text(owner, "approved_on"),
            version: text(owner, "version"),
        })
    }

    fn contradicts(&self, other: &Self) -> bool {
        fn differ<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
            a.zip(b).is_some_and(|(a, b)| a != b)
        }
        match (self, other) {
            (
                Self::Certificate {
                    kind,
                    holder,
                    number,
                },
                Self::Certificate {
                    kind: kind_b,
                    holder: holder_b,
                    number: number_b,
                },
            ) => kind != kind_b || holder != holder_b || differ(number.as_ref(), number_b.as_ref()),
            (
                Self::Document {
                    approved_on,
                    version,
                },
                Self::Document {
                    approved_on: approved_b,
                    version: version_b,
                },
            ) => {
                differ(approved_on.as_ref(), approved_b.as_ref())
                    || differ(version.as_ref(), version_b.as_ref())
            }
            _ => true,
        }
    }
}

/// A name without what leads nowhere: `./a//b.pdf` is `a/b.pdf`.
fn plain(file: &str) -> String {
    let parts = Path::new(file).components();
    let parts = parts.filter(|part| *part != Component::CurDir);
    let parts: Vec<_> = parts
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

fn is_archive(file: &str) -> bool {
    let extension = Path::new(file).extension();
    let extension = extension.map(|it| it.to_string_lossy().to_lowercase());
    extension.is_some_and(|it| ARCHIVES.contains(&it.as_str()))
}
