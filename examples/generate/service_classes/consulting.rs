//! Security consulting (9.1), with the assessment of commercial cryptography that 9.1.5 counts.

use serde_json::Value;

use super::{Class, GENERAL_TOOLS, Item, Offer, nothing_more};
use crate::registers::add_qualifications;
use crate::tools::add_tool;

pub static CLASS: Class = Class {
    id: "consulting",
    items: &ITEMS,
    fewest_people: 9,
    role: "安全咨询顾问",
    methods: ["风险评估方法", "资产识别方法"],
    knowledge: &[
        "gbt_42446_management",
        "gbt_42446_construction",
        "cii_protection_law",
        "data_security_law",
        "cryptography_law",
        "classified_protection_law",
        "gbt_22080",
        "gbt_22239",
        "gbt_25070",
        "gbt_35274",
        "gbt_37973",
        "gbt_37988",
        "gbt_38631",
        "gbt_39477",
        "gbt_39786",
        "gbt_41479",
        "gbt_43207",
        "cryptography_theory",
        "cryptographic_algorithms",
        "service_method",
        "audit_methods",
    ],
    equip,
};

static ITEMS: [Item; 8] = [
    Item {
        service: "consulting.planning",
        project: "网络安全规划咨询",
        topics: &[
            "needs_analysis",
            "current_state_assessment",
            "implementation_steps",
            "comprehensive_planning",
            "forward_planning",
        ],
        tools: GENERAL_TOOLS,
        steady_people: 3,
        record: nothing_more,
    },
    Item {
        service: "consulting.design",
        project: "安全体系设计咨询",
        topics: &[
            "security_framework",
            "security_strategy",
            "technical_architecture",
            "management_architecture",
        ],
        tools: GENERAL_TOOLS,
        steady_people: 3,
        record: nothing_more,
    },
    Item {
        service: "consulting.management_system",
        project: "安全管理体系建设咨询",
        topics: &[
            "management_risk_assessment",
            "management_policies",
            "strategy_design",
        ],
        tools: GENERAL_TOOLS,
        steady_people: 3,
        record: nothing_more,
    },
    Item {
        service: "consulting.data_security",
        project: "数据安全治理咨询",
        topics: &[
            "data_classification",
            "data_masking",
            "data_encryption",
            "data_leak_prevention",
        ],
        tools: GENERAL_TOOLS,
        steady_people: 3,
        record: nothing_more,
    },
    Item {
        service: "consulting.cryptography",
        project: "密码应用管理咨询",
        topics: &[
            "key_generation",
            "key_storage",
            "key_distribution",
            "key_use",
            "key_destruction",
        ],
        tools: GENERAL_TOOLS,
        steady_people: 3,
        record: nothing_more,
    },
    Item {
        service: "consulting.classified_protection",
        project: "等级保护咨询",
        topics: &[
            "grading",
            "filing",
            "remediation",
            "grade_assessment",
            "supervision_inspection",
        ],
        tools: GENERAL_TOOLS,
        steady_people: 3,
        record: nothing_more,
    },
    Item {
        service: "consulting.supervision",
        project: "信息安全工程监理",
        topics: &[
            "preparation_phase",
            "implementation_phase",
            "acceptance_phase",
        ],
        tools: GENERAL_TOOLS,
        steady_people: 3,
        record: nothing_more,
    },
    Item {
        service: "assessment.commercial_cryptography",
        project: "商用密码应用安全性评估",
        topics: &["other"],
        tools: GENERAL_TOOLS,
        steady_people: 3,
        record: nothing_more,
    },
];

fn equip(dossier: &mut Value, offer: &Offer) {
    if offer.has("consulting.classified_protection") {
        add_qualifications(dossier, &[("classified_protection_assessment", None)]);
    }
    if offer.has("consulting.cryptography") {
        add_qualifications(dossier, &[("commercial_cryptography_testing", None)]);
    }
    add_tool(
        dossier,
        "tool-data",
        "数据安全评估系统",
        "data_security_assessment",
    );
    add_tool(
        dossier,
        "tool-crypto",
        "密码检测工具",
        "cryptography_testing",
    );
    add_tool(dossier, "tool-baseline", "基线核查工具", "baseline_check");
}
