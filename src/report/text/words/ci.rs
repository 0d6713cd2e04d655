//! What build servers and merge requests are told.

use super::Words;

impl Words {
    /// What it means that something could not be evaluated.
    #[must_use]
    pub fn not_evaluated_means(&self) -> &'static str {
        self.either(
            "卷宗或其中一部分未能评价，没有结果不等于通过。请按提示的位置改正后重新评价。",
            "A dossier or a part of it could not be evaluated, and no result is not a pass. Mend what the message names and evaluate again.",
        )
    }

    /// That a dossier of which a rule beside the clauses failed is incomplete.
    #[must_use]
    pub fn reuse_failed(&self) -> &'static str {
        self.either("人员复用（7.4）：{}", "Reuse of people (7.4): {}")
    }

    /// What the base of relative addresses is.
    #[must_use]
    pub fn root_is(&self) -> &'static str {
        self.either(
            "运行本程序时所在的文件夹",
            "the folder in which the program ran",
        )
    }

    /// How a clause with an ambiguous wording is read, where the standard differs with itself, what is judged.
    #[must_use]
    pub fn notes(&self) -> [&'static str; 3] {
        [
            self.either("理解", "Reading"),
            self.either("标准自身的不一致", "Where the standard differs with itself"),
            self.either("由评价人员判断", "Left to an assessor"),
        ]
    }

    /// How many annotations are seen.
    #[must_use]
    pub fn annotations_shown(&self) -> &'static str {
        self.either(
            "每个步骤每种批注最多显示 10 条，其余见本日志",
            "at most ten annotations of each kind are shown for a step; all of them are in this log",
        )
    }

    /// The heading of what falls short.
    #[must_use]
    pub fn short_section(&self) -> &'static str {
        self.either("未满足的条款", "What falls short")
    }

    /// How many clauses fall short.
    #[must_use]
    pub fn short_counts(&self) -> &'static str {
        self.either("必要项 {}，其他 {}", "mandatory {}, others {}")
    }

    /// That nothing falls short.
    #[must_use]
    pub fn nothing_short(&self) -> &'static str {
        self.either(
            "已评价的条款全部满足。",
            "Every clause that was evaluated is satisfied.",
        )
    }

    /// What was left out for want of space.
    #[must_use]
    pub fn left_out(&self) -> &'static str {
        self.either(
            "篇幅所限，此处省略：表格 {} 行，条款 {} 项，错误 {} 条。完整内容见同一次运行的其他报告，如",
            "Left out for want of space: table rows {}, clauses {}, errors {}. Another report of the same run has all of it, such as",
        )
    }
}
