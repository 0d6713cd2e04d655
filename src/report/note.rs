//! Notes: what a reader must know to read a part of the report rightly.

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// A note in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Which note it is.
    pub id: String,
    /// What it says.
    pub text: Text,
}

impl Note {
    /// The standard lets the classes be taken together (7.1 b) and does not say how.
    #[must_use]
    pub fn no_formula() -> Self {
        Self::new(
            "no_formula",
            "标准允许在各服务类评价的基础上评价综合能力（7.1 b），但未规定算法，此处仅并列各服务类结果，不作综合评价。",
            "The standard lets a comprehensive evaluation build on those of the classes (7.1 b) and gives no formula for it: the classes stand side by side, and no result of all of them is computed.",
        )
    }

    /// The classes evaluated are others than those the decision on reuse rests on.
    #[must_use]
    pub fn rests_on_classes_applied_for() -> Self {
        Self::new(
            "rests_on_classes_applied_for",
            "本次评价的服务类与申请的服务类不一致：人员计入哪些服务类按申请的服务类确定；未申请的服务类不因此排除任何人。",
            "The classes evaluated are not the ones applied for: in which classes people count is decided by those applied for, and nobody is left out of a class that is not applied for.",
        )
    }

    fn new(id: &str, zh: &str, en: &str) -> Self {
        Self {
            id: id.to_owned(),
            text: Text {
                zh: zh.to_owned(),
                en: en.to_owned(),
            },
        }
    }
}
