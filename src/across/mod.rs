//! What two providers claim at once: people, certificates, contracts and attachments. Dossiers leave claims,
//! which wait on disk as digests with their places; the end of the run compares them in several passes, so
//! that memory does not grow with the number of dossiers.

mod claims;
mod groups;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io;

use crate::report::remark::{Remark, RemarkPlace};
use crate::report::spool::Spool;
pub use claims::claims;
use groups::Groups;

/// What is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A person on the staff.
    Person,
    /// A certificate of a person, or a qualification.
    Certificate,
    /// A contract with a client.
    Contract,
    /// A file that is evidence.
    Attachment,
}

/// A short digest of what is claimed: nobody reads it, and equal things have equal ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mark(u64, u64);

impl Mark {
    /// The mark of parts that belong together.
    #[must_use]
    pub fn of(parts: &[&str]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        let digest = hasher.finalize();
        let mut halves = digest.chunks_exact(8).map(|bytes| {
            let bytes = bytes.iter().map(|byte| u64::from(*byte));
            bytes.fold(0, |sum, byte| sum << 8 | byte)
        });
        let mut half = || halves.next().unwrap_or_default();
        Self(half(), half())
    }
}

/// Something that a dossier claims for its provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// What it is.
    pub kind: Kind,
    /// Which one it is.
    pub mark: Mark,
    /// What tells it from others with the same mark, where both say it: the issuer of a certificate, the
    /// identity number of a namesake.
    pub apart: Option<Mark>,
    /// First and last day of the claim; without them it is of all days.
    pub days: Option<(String, String)>,
    /// Where it stands.
    pub place: RemarkPlace,
}

/// Whom a dossier is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claimant {
    /// The provider's name.
    pub name: String,
    /// Its unified social credit code.
    pub code: Option<String>,
}

/// A claim with its claimant.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    claim: Claim,
    claimant: Claimant,
}

/// The claims of a run.
#[derive(Debug, Default)]
pub struct Across {
    records: Spool,
    count: u64,
}

impl Across {
    /// Adds the claims of a dossier.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn add(&mut self, claims: &[Claim], claimant: &Claimant) -> io::Result<()> {
        for claim in claims {
            let record = Record {
                claim: claim.clone(),
                claimant: claimant.clone(),
            };
            self.records
                .push(&(serde_json::to_string(&record)? + "\n"))?;
            self.count += 1;
        }
        Ok(())
    }

    /// What two providers claim, in the order in which it was first claimed.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn remarks(&mut self) -> io::Result<Vec<Remark>> {
        let mut groups = Groups::default();
        let passes = self.count.div_ceil(groups::IN_A_PASS).max(1);
        for pass in 0..passes {
            groups.begin();
            for line in self.records.lines()? {
                let record: Record = serde_json::from_str(&line?)?;
                if record.claim.mark.0 % passes == pass {
                    groups.look_at(&record);
                }
            }
        }
        if groups.is_empty() {
            return Ok(Vec::new());
        }
        for line in self.records.lines()? {
            groups.collect(serde_json::from_str(&line?)?);
        }
        Ok(groups.remarks())
    }
}
