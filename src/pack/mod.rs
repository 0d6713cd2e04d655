//! Packs: the rules, data, labels and manifest that say what the standard asks for.
//!
//! A pack is a folder with `pack.yaml`, Rego files whose clause rules carry `# METADATA`
//! annotations, `labels/` with the names of facts, and data files (`vocabulary/data.yaml`) that
//! rules see below `data` at their folder's path. The built-in pack is embedded in the binary;
//! further packs add classes, terms, rules and vocabulary, or override clauses.

pub mod annotation;
pub mod catalogue;
pub(crate) mod consistency;
mod foreign;
pub mod labels;
pub mod limits;
mod look;
pub mod manifest;
mod plain;
mod requirements;
pub mod source;

use serde_json::Value;
use std::path::{Path, PathBuf};

pub use catalogue::{Catalogue, Clause};
pub use labels::Labels;
pub use manifest::Manifest;
use source::SourceFile;

/// What is wrong with a pack, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {message}", line.map(|line| format!(":{line}")).unwrap_or_default())]
pub struct PackError {
    /// The file, as the user knows it.
    pub file: String,
    /// The line, from 1.
    pub line: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

impl PackError {
    /// An error about a whole file.
    #[must_use]
    pub fn new(file: &str, message: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            message: message.to_owned(),
        }
    }

    /// The same error at a line.
    #[must_use]
    pub fn at(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }
}

/// The built-in pack with the packs laid over it.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Identifier, version and digest of each pack, the built-in one first.
    pub identities: Vec<Identity>,
    /// The manifest of each pack, in the same order.
    pub manifests: Vec<(SourceFile, Manifest)>,
    /// Least score that passes, included.
    pub pass_mark: u32,
    /// The rule that decides in which classes people count, if a pack has one.
    pub reuse: Option<String>,
    /// Terms, areas, classes and clauses of all packs.
    pub catalogue: Catalogue,
    /// Names and units of facts.
    pub labels: Labels,
    /// What rules see below `data`, the vocabularies among it.
    pub data: Value,
    /// Rego files without tests.
    pub modules: Vec<SourceFile>,
    /// Rego tests.
    pub tests: Vec<SourceFile>,
}

/// Which pack it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Identifier from the manifest.
    pub id: String,
    /// Version from the manifest.
    pub version: String,
    /// SHA-256 over its files.
    pub sha256: String,
    /// What the paths of its files start with: its folder, nothing for the built-in pack.
    pub prefix: String,
}

impl Pack {
    /// The built-in pack with the packs in `folders` laid over it, in that order. A pack with the
    /// built-in pack's id takes its place: that is how the built-in pack itself is worked on.
    ///
    /// # Errors
    /// Every problem found in a manifest, annotation, label or data file, or between them.
    pub fn load(folders: &[PathBuf]) -> Result<Self, Vec<PackError>> {
        Self::open(folders)?.consistent()
    }

    /// The same for a pack that is being written: areas may lack rules.
    ///
    /// # Errors
    /// Every problem found in a manifest, annotation, label or data file.
    pub fn open(folders: &[PathBuf]) -> Result<Self, Vec<PackError>> {
        let base = source::built_in().map_err(|error| vec![error])?;
        Self::stacked(vec![(String::new(), base)], folders)
    }

    /// The packs in `folders` without the built-in one: another standard.
    ///
    /// # Errors
    /// The same, and what is missing where nothing lies below.
    pub fn alone(folders: &[PathBuf]) -> Result<Self, Vec<PackError>> {
        let pack = Self::stacked(Vec::new(), folders)?;
        let problems = pack.missing();
        if problems.is_empty() {
            Ok(pack)
        } else {
            Err(problems)
        }
    }

    /// The pack of these files alone.
    ///
    /// # Errors
    /// Every problem found in a manifest, annotation, label or data file.
    pub fn of_files(files: Vec<SourceFile>) -> Result<Self, Vec<PackError>> {
        Self::from_layers(vec![(String::new(), files)])
    }

    /// The pack if manifests and rules fit together.
    ///
    /// # Errors
    /// What does not fit.
    pub fn consistent(self) -> Result<Self, Vec<PackError>> {
        let problems = self.inconsistencies();
        if problems.is_empty() {
            Ok(self)
        } else {
            Err(problems)
        }
    }

    fn stacked(
        mut layers: Vec<(String, Vec<SourceFile>)>,
        folders: &[PathBuf],
    ) -> Result<Self, Vec<PackError>> {
        for folder in folders {
            let files = files_of(folder)?;
            if let (Some(id), Some(base)) = (id_of(&files), layers.first_mut())
                && id_of(&base.1).as_ref() == Some(&id)
            {
                *base = (prefix(folder), files);
            } else {
                layers.push((prefix(folder), files));
            }
        }
        Self::from_layers(layers)
    }

    fn from_layers(layers: Vec<(String, Vec<SourceFile>)>) -> Result<Self, Vec<PackError>> {
        let mut pack = Self {
            identities: Vec::new(),
            manifests: Vec::new(),
            pass_mark: 0,
            reuse: None,
            catalogue: Catalogue::default(),
            labels: Labels::default(),
            data: Value::Object(serde_json::Map::new()),
            modules: Vec::new(),
            tests: Vec::new(),
        };
        let mut problems = Vec::new();
        for (prefix, files) in layers {
            if let Err(mut found) = pack.lay_over(&prefix, files) {
                problems.append(&mut found);
            }
        }
        if problems.is_empty() {
            Ok(pack)
        } else {
            Err(problems)
        }
    }

    fn lay_over(&mut self, prefix: &str, files: Vec<SourceFile>) -> Result<(), Vec<PackError>> {
        let sha256 = source::digest(&files);
        let mut problems = Vec::new();
        let mut manifest = None;
        let mut has_manifest = false;
        let mut annotations = Vec::new();
        let files: Vec<(String, SourceFile)> = files
            .into_iter()
            .map(|file| (file.path.clone(), file.under(prefix)))
            .collect();
        let looked_at = look::look_at(&files, prefix.is_empty());
        for ((inner, file), looked_at) in files.into_iter().zip(looked_at) {
            let mut found = match looked_at {
                Ok(found) => found,
                Err(problem) => {
                    has_manifest |= inner == "pack.yaml";
                    problems.push(problem);
                    continue;
                }
            };
            let result = if inner == "pack.yaml" {
                has_manifest = true;
                read_yaml(&file).map(|read: Manifest| manifest = Some((file, read)))
            } else if file.is_test() {
                self.tests.push(file);
                Ok(())
            } else if file.is_rego() {
                annotations.append(&mut found);
                self.modules.push(file);
                Ok(())
            } else if inner.starts_with("labels/") {
                read_yaml(&file).map(|read| self.labels.add(read))
            } else {
                read_yaml(&file).map(|read| mount(&mut self.data, &inner, read))
            };
            problems.extend(result.err());
        }
        match manifest {
            // One that cannot be read has said so.
            None if has_manifest => {}
            None => problems.push(PackError::new(
                &format!("{prefix}pack.yaml"),
                "is missing: a pack needs a manifest with `id` and `version`",
            )),
            Some((file, manifest)) => {
                let long = limits::too_long(&file, &manifest);
                if !long.is_empty() {
                    return Err(long);
                }
                if let Some(mark) = manifest.pass_mark {
                    self.pass_mark = mark;
                }
                if let Some(rule) = &manifest.reuse {
                    problems.extend(self.objection_to_rule(&file.path, rule));
                    self.reuse = Some(rule.clone());
                }
                problems.extend(self.unmet(&file, &manifest));
                self.identities.push(Identity {
                    id: manifest.id.clone(),
                    version: manifest.version.clone(),
                    sha256,
                    prefix: prefix.to_owned(),
                });
                problems.extend(self.catalogue.add(&file, &manifest, annotations));
                self.manifests.push((file, manifest));
            }
        }
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems)
        }
    }

    /// What is wrong with a rule that a manifest names: a misspelt one would be undefined in silence.
    fn objection_to_rule(&self, manifest: &str, rule: &str) -> Option<PackError> {
        let (package, name) = rule.rsplit_once('.').unwrap_or(("", rule));
        let is_there = self
            .modules
            .iter()
            .filter(|file| annotation::package(&file.text).as_deref() == Some(package))
            .flat_map(|file| file.text.lines())
            .filter_map(|line| line.strip_prefix(name))
            .any(|rest| rest.starts_with(' '));
        let message = format!("`reuse` names rule `{rule}`, which no file of the packs has");
        (!is_there).then(|| PackError::new(manifest, &message))
    }

    /// Every Rego file, tests last.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.modules.iter().chain(&self.tests)
    }

    /// Whether the file belongs to the pack that lies over all others.
    #[must_use]
    pub fn is_on_top(&self, file: &str) -> bool {
        self.identities
            .last()
            .is_some_and(|top| file.starts_with(&top.prefix))
    }

    /// The ids of a vocabulary; `classes`, `terms` and `clauses` are those of the catalogue.
    #[must_use]
    pub fn vocabulary(&self, name: &str) -> Vec<String> {
        match name {
            "classes" => self
                .catalogue
                .classes
                .iter()
                .map(|class| class.id.clone())
                .collect(),
            "terms" => {
                let terms = self.catalogue.terms.iter();
                terms.map(|term| term.id.clone()).collect()
            }
            "clauses" => self
                .catalogue
                .clauses
                .keys()
                .map(ToString::to_string)
                .collect(),
            _ => self
                .data
                .pointer(&format!("/vocabulary/{name}"))
                .and_then(Value::as_object)
                .map(|entries| entries.keys().cloned().collect())
                .unwrap_or_default(),
        }
    }
}

fn id_of(files: &[SourceFile]) -> Option<String> {
    let file = files.iter().find(|file| file.path == "pack.yaml")?;
    read_yaml::<Manifest>(file).ok().map(|manifest| manifest.id)
}

fn prefix(folder: &Path) -> String {
    let shown = folder.to_string_lossy().replace('\\', "/");
    format!("{}/", shown.trim_end_matches('/'))
}

fn files_of(folder: &Path) -> Result<Vec<SourceFile>, Vec<PackError>> {
    if folder.is_dir() {
        source::folder(folder).map_err(|error| vec![error])
    } else {
        let shown = folder.display().to_string();
        let message = "is no folder: `--policies` takes the folder of a pack";
        Err(vec![PackError::new(&shown, message)])
    }
}

fn read_yaml<T: serde::de::DeserializeOwned>(file: &SourceFile) -> Result<T, PackError> {
    serde_yaml::from_str(&file.text).map_err(|error| {
        let wrong = PackError::new(&file.path, &plain::plain(&error.to_string()));
        match error.location() {
            Some(place) => wrong.at(place.line()),
            None => wrong,
        }
    })
}

/// Puts a data file's value below its folder's path, as OPA does, merging objects.
fn mount(data: &mut Value, path: &str, value: Value) {
    let mut target = data;
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    for folder in folders.split('/').filter(|folder| !folder.is_empty()) {
        if !target.is_object() {
            *target = Value::Object(serde_json::Map::new());
        }
        let Some(object) = target.as_object_mut() else {
            return;
        };
        target = object
            .entry(folder)
            .or_insert_with(|| Value::Object(serde_json::Map::new()));
    }
    merge(target, value);
}

fn merge(target: &mut Value, value: Value) {
    match (target, value) {
        (Value::Object(target), Value::Object(value)) => {
            for (key, inner) in value {
                merge(target.entry(key).or_insert(Value::Null), inner);
            }
        }
        (target, value) => *target = value,
    }
}
