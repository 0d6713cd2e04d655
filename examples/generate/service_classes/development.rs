//! Design and development (9.3).

use serde_json::{Value, json};

use super::{Class, GENERAL_TOOLS, Item, Offer, nothing_more};
use crate::calendar::{Period, after};
use crate::register::add;
use crate::registers::{absence, add_document, add_qualifications};

pub static CLASS: Class = Class {
    id: "development",
    items: &ITEMS,
    // Two of them manage projects, one is a technician, fifteen develop.
    fewest_people: 18,
    role: "安全开发人员",
    methods: ["威胁建模方法", "安全编码规范"],
    knowledge: &[
        "gbt_42446_construction",
        "cii_protection_law",
        "service_method",
    ],
    equip,
};

static ITEMS: [Item; 2] = [
    Item {
        service: "development.system_design",
        project: "安全系统设计",
        topics: &[
            "application_environment",
            "needs_analysis",
            "design_requirements",
        ],
        tools: GENERAL_TOOLS,
        steady_people: 4,
        record: nothing_more,
    },
    Item {
        service: "development.secure_development",
        project: "安全管控平台开发",
        topics: &[
            "needs_analysis",
            "design_requirements",
            "system_development",
        ],
        tools: GENERAL_TOOLS,
        steady_people: 6,
        record: components_and_products,
    },
];

/// An open source component, approved and tested before it came in, and what was developed with its test.
fn components_and_products(project: &mut Value, period: Period) {
    let Period { from, until } = period;
    project["third_party_developers"] = json!([]);
    let mut component = json!({
        "name": "开源消息队列组件", "source": "官方源码仓库", "version": "4.9.7", "approved_on": after(from, 12),
        "tests": [
            {"method": "composition_analysis", "date": after(from, 14), "result": "controllable"},
            {"method": "vulnerability_scan", "date": after(from, 15), "result": "controllable"}
        ],
        "introduced_on": after(from, 18)
    });
    let mut product = json!({"name": "安全管控平台"});
    if period.is_over() {
        component["disclosed_on"] = json!(after(until, -1));
        product["security_tests"] = json!([
            {"by": "本公司测试部", "body": "own", "date": after(until, -20), "result": "passed"},
            {"by": "国家信息安全产品检测机构", "body": "independent_third_party", "date": after(until, -6), "result": "passed"}
        ]);
    }
    project["third_party_components"] = json!([component]);
    project["developed_products"] = json!([product]);
}

fn equip(dossier: &mut Value, offer: &Offer) {
    add_qualifications(
        dossier,
        &[("software_development_service", Some(2)), ("cmmi", Some(3))],
    );
    if offer.has("development.secure_development") {
        add_document(
            dossier,
            "secure_development_process",
            "安全开发流程",
            &[
                "requirements_analysis",
                "secure_design",
                "secure_coding",
                "security_testing",
                "secure_deployment",
            ],
        );
    } else {
        for (subject, reason) in [
            (
                "third_party_developers",
                "不承接安全开发项目，未引入第三方开发机构",
            ),
            (
                "third_party_components",
                "不承接安全开发项目，未引入第三方组件",
            ),
        ] {
            let declared = absence(dossier, subject, reason);
            add(dossier, "absences", declared);
        }
    }
}
