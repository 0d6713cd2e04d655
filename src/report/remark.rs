//! Remarks: what was noticed that no clause asks about, with its places. They change no result by themselves.

use serde::{Deserialize, Serialize};
use std::fmt;

use crate::dossier::{Places, place_in_file};
use crate::observation::Observation;
use crate::text::Text;

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Which kind it is, as `same_person`.
    pub kind: String,
    /// What it says.
    pub text: Text,
    /// Where, the place that it is told for first.
    pub places: Vec<RemarkPlace>,
}

/// A place in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RemarkPlace {
    /// The file.
    pub file: String,
    /// The sheet of a workbook; line and column are those of its cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The column, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The path in the evidence, as `people[3]`.
    #[serde(rename = "where", default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// What became of the attachments of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentsReport {
    /// How often the dossier names an attachment.
    pub named: u64,
    /// Of these, how many files are there and have the digest stated.
    pub verified: u64,
    /// Of these, how many files are there and have no digest to compare with.
    pub without_digest: u64,
    /// What is wrong with the others, and what they are used for.
    pub remarks: Vec<Remark>,
}

impl Remark {
    /// An observation with its places in the files of the dossier at `dossier`.
    #[must_use]
    pub fn new(observation: Observation, dossier: &str, places: &Places) -> Self {
        let paths = observation.paths.iter();
        Self {
            kind: observation.kind.to_owned(),
            text: observation.text,
            places: paths
                .map(|path| RemarkPlace::of(path, dossier, places))
                .collect(),
        }
    }
}

impl RemarkPlace {
    /// Where a path stands in the files of the dossier at `dossier`.
    #[must_use]
    pub fn of(path: &str, dossier: &str, places: &Places) -> Self {
        let found = places.locate(path);
        let found = found.as_ref();
        Self {
            file: found.map_or(dossier, |it| &it.file).to_owned(),
            sheet: found.and_then(|it| it.sheet.clone()),
            line: found.map(|it| it.line),
            column: found.map(|it| it.column),
            path: Some(path.to_owned()),
        }
    }
}

/// `file:line:column: path`, as compilers write it, or with sheet and cell of a workbook.
impl fmt::Display for RemarkPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        f.write_str(&place_in_file(
            self.sheet.as_deref(),
            self.line,
            self.column,
        ))?;
        match &self.path {
            Some(path) => write!(f, ": {path}"),
            None => Ok(()),
        }
    }
}

impl AttachmentsReport {
    /// How many there are and how many are as stated, in a sentence.
    #[must_use]
    pub fn said(&self) -> Text {
        let Self {
            named,
            verified,
            without_digest,
            ..
        } = self;
        Text {
            zh: format!(
                "写明附件 {named} 处，其中 {verified} 处文件存在且摘要一致，{without_digest} 处文件存在但未写摘要。"
            ),
            en: format!(
                "Attachments are named {named} times: {verified} times the file is there with the digest stated, {without_digest} times it is there and no digest is stated."
            ),
        }
    }
}

/// What sections of remarks are called.
#[must_use]
pub fn title(zh: &str, en: &str) -> Text {
    Text {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

/// A section of remarks: what it is called, what it says first, and its remarks.
#[derive(Clone, Debug)]
pub struct Section<'a> {
    /// Its heading.
    pub title: Text,
    /// What it says first, if anything.
    pub said: Option<Text>,
    /// Its remarks.
    pub remarks: &'a [Remark],
}

impl super::model::DossierReport {
    /// The sections with remarks on the dossier; none where nothing was noticed or looked for.
    #[must_use]
    pub fn remarks(&self) -> Vec<Section<'_>> {
        let mut sections = Vec::new();
        if !self.contradictions.is_empty() {
            sections.push(Section {
                title: title(
                    "卷宗内部矛盾（提示）",
                    "Contradictions in the dossier (warnings)",
                ),
                said: None,
                remarks: &self.contradictions,
            });
        }
        if let Some(attachments) = &self.attachments {
            sections.push(Section {
                title: title("附件核对", "Attachments"),
                said: Some(attachments.said()),
                remarks: &attachments.remarks,
            });
        }
        sections
    }

    /// The places of all remarks, to move them where the dossier lies.
    pub(crate) fn remark_places(&mut self) -> impl Iterator<Item = &mut RemarkPlace> {
        let attachments = self.attachments.iter_mut();
        let remarks = attachments.flat_map(|attachments| &mut attachments.remarks);
        let remarks = self.contradictions.iter_mut().chain(remarks);
        remarks.flat_map(|remark| &mut remark.places)
    }
}

/// What the remarks on a run as a whole are called.
#[must_use]
pub fn across_title() -> Text {
    title("跨卷宗事项（提示）", "Across the dossiers (warnings)")
}
