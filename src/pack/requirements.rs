//! Whether the versions are there that a pack needs.

use semver::{Version, VersionReq};

use super::consistency::error;
use super::manifest::Manifest;
use super::source::SourceFile;
use super::{Pack, PackError};
use crate::dossier::DataPath;

/// What this program is called among what a pack needs.
const PROGRAM: &str = env!("CARGO_PKG_NAME");

impl Pack {
    /// What the pack with that manifest needs and does not find below it.
    pub(super) fn unmet(&self, file: &SourceFile, manifest: &Manifest) -> Vec<PackError> {
        let requires = manifest.requires.iter();
        let unmet = requires.filter_map(|(id, versions)| {
            let message = self.objection_to(id, versions)?;
            let place = DataPath::default().key("requires").key(id);
            Some(error(file, &place, &message))
        });
        unmet.collect()
    }

    fn objection_to(&self, id: &str, versions: &str) -> Option<String> {
        let Ok(needed) = VersionReq::parse(versions) else {
            return Some(format!(
                "`{versions}` is no requirement on versions: write it as `>=0.1` or `>=1.2, <2`"
            ));
        };
        let found = if id == PROGRAM {
            env!("CARGO_PKG_VERSION")
        } else {
            let mut below = self.identities.iter();
            match below.find(|pack| pack.id == id) {
                Some(pack) => &pack.version,
                None => {
                    return Some(format!(
                        "the pack needs pack `{id}` below it: name its folder with `--policies` first"
                    ));
                }
            }
        };
        match Version::parse(found) {
            Ok(version) if needed.matches(&version) => None,
            _ if id == PROGRAM => Some(format!(
                "the pack needs {PROGRAM} {versions}, and this is {found}: use a version that fits"
            )),
            _ => Some(format!(
                "the pack needs version {versions} of pack `{id}`, and that below it is {found}"
            )),
        }
    }
}
