//! A complete provider that satisfies every clause about what it offers: the exemplary dossier that the
//! variants change.

use oorandom::Rand32 as Random;
use serde_json::{Value, json};

use crate::calendar::{REFERENCE, after, text};
use crate::crews::{Crew, OTHER_POSTS};
use crate::names::Names;
use crate::people;
use crate::portfolio::{StaffedCrew, portfolio};
use crate::register::add;
use crate::registers;
use crate::remote;
use crate::schooling;
use crate::service_classes::{self, Offer};
use crate::tools;

/// What one provider is and does.
pub struct Profile {
    /// What its details are drawn with.
    pub seed: u64,
    /// Its name.
    pub name: String,
    /// Its unified social credit code.
    pub credit_code: String,
    /// The day it was established.
    pub established_on: &'static str,
    /// Its registered capital.
    pub capital_yuan: u64,
    /// What its people are called.
    pub names: Names,
    /// What it offers; it applies for these classes.
    pub offers: Vec<Offer>,
    /// Who delivers that.
    pub crews: Vec<Crew>,
    /// How many days its projects last at least.
    pub shortest_project: i32,
    /// Whether some of the services are delivered remotely.
    pub remote: bool,
}

impl Profile {
    /// A provider of security consulting.
    pub fn consulting(
        seed: u64,
        name: &str,
        credit_code: &str,
        service_people: usize,
        projects_per_item: usize,
    ) -> Self {
        let offer = service_classes::CLASSES[0].offered(projects_per_item);
        Self {
            seed,
            name: name.to_owned(),
            credit_code: credit_code.to_owned(),
            established_on: "2014-04-18",
            capital_yuan: 20_000_000,
            names: Names::default(),
            crews: vec![Crew::of(&[&offer], service_people)],
            offers: vec![offer],
            shortest_project: 120,
            remote: false,
        }
    }

    fn purpose(&self) -> String {
        match self.offers.as_slice() {
            [only] if only.class.id == "consulting" => "安全咨询服务能力评价".to_owned(),
            _ => "专项安全服务能力评价".to_owned(),
        }
    }
}

/// The exemplary dossier of the provider.
pub fn exemplary(profile: &Profile) -> Value {
    let mut random = Random::new(profile.seed);
    let staffing = Staffing::new(&mut random, profile);
    let Staffing {
        mut register,
        posts,
        crews,
    } = staffing;
    let own: Vec<usize> = (0..posts.len()).collect();
    let service: Vec<usize> = (OTHER_POSTS.len()..posts.len()).collect();
    let former = former(&mut register, &profile.crews[0], profile.names);
    let portfolio = portfolio(&mut random, profile, &crews);
    let classes: Vec<&str> = profile.offers.iter().map(|offer| offer.class.id).collect();
    let offered = profile.offers.iter().flat_map(|offer| &offer.items);
    let mut dossier = json!({
        "schema": "ciieval/dossier/v1",
        "assessment": {"reference_date": text(REFERENCE), "classes": classes, "form": "third_party", "purpose": profile.purpose(), "body": "华东关键信息基础设施服务评价中心"},
        "provider": {
            "name": profile.name, "unified_social_credit_code": profile.credit_code, "registered_in": "CN", "legal_form": "enterprise", "established_on": profile.established_on,
            "registered_capital_yuan": profile.capital_yuan, "security_services_since": "2014-09-01",
            "services_since": offered.map(|item| json!({"service": item.service, "since": "2017-01-01"})).collect::<Vec<_>>(),
            "investors": [
                {"name": profile.names.person(0), "kind": "citizen", "country": "CN", "share_percent": 61.5},
                {"name": "江海产业投资有限公司", "kind": "legal_person", "country": "CN", "share_percent": 38.5}
            ],
            "ownership_disputes": [], "accounting": "independent", "audited_accounts_on": "2026-03-31",
            "legal_record": {"searched_on": "2026-06-20", "sources": ["国家企业信用信息公示系统", "信用中国"], "violations": []}
        },
        "positions": registers::positions(&posts),
        "people": register,
        "departures": [former],
        "qualifications": [],
        "projects": portfolio.projects,
        "agreements": portfolio.agreements,
        "documents": registers::documents(),
        "facilities": registers::facilities(),
        "tools": tools::general(),
        "software": [
            {"name": "办公软件", "vendor": "国产办公软件公司", "licence": "commercial", "licence_number": "WPS-2025-330", "seats": 80, "installed": 62, "valid_from": "2025-01-01", "valid_until": "2027-12-31"},
            {"name": "漏洞扫描系统", "vendor": "国内安全厂商", "licence": "commercial", "licence_number": "VS-77120", "seats": 6, "installed": 6, "valid_from": "2024-05-01"},
            {"name": "协议分析软件", "licence": "open_source", "installed": 20}
        ],
        "cryptography": [
            {"name": "签名验签服务器", "kind": "product", "algorithms": ["sm2", "sm3"], "certificate_number": "GM00911202400012", "valid_from": "2024-02-01", "valid_until": "2029-01-31"},
            {"name": "文件加密方案", "kind": "technology", "algorithms": ["sm4", "sm3"]}
        ],
        "suppliers": [],
        "data_protection_measures": [
            {"kind": "encryption", "name": "项目资料加密盘", "in_operation_from": "2022-06-01"}, {"kind": "leak_prevention", "name": "终端防泄漏系统", "in_operation_from": "2023-01-10"},
            {"kind": "access_control", "name": "文档权限系统", "in_operation_from": "2022-06-01"}
        ],
        "quality": registers::quality(&service),
        "training_plans": schooling::training_plans(&posts),
        "trainings": schooling::trainings(&own, &service, service[0]),
        "complaints": [{
            "id": "cmp-01", "matter": "对报告交付时间的意见", "received_on": "2025-09-02", "accepted_on": "2025-09-02", "confirmed_on": "2025-09-03", "handled_on": "2025-09-08",
            "replied_on": "2025-09-09", "reply_due_on": "2025-09-17", "measures": ["调整评审排期", "书面说明"]
        }],
        "incidents": [],
        "strategy": registers::strategy(),
        "absences": [],
        "findings": []
    });
    registers::add_qualifications(
        &mut dossier,
        &[
            ("isms", None),
            ("itsms", None),
            ("qms", None),
            ("risk_assessment_service", Some(2)),
            ("operations_service", Some(2)),
        ],
    );
    declare_absences(&mut dossier, profile);
    for offer in &profile.offers {
        (offer.class.equip)(&mut dossier, offer);
    }
    dossier
}

/// Everybody employed, with the crews of those who deliver services.
struct Staffing<'a> {
    register: Vec<Value>,
    posts: Vec<&'static str>,
    crews: Vec<StaffedCrew<'a>>,
}

impl<'a> Staffing<'a> {
    fn new(random: &mut Random, profile: &'a Profile) -> Self {
        let names = profile.names;
        let mut posts = OTHER_POSTS.to_vec();
        let mut register: Vec<Value> = OTHER_POSTS
            .iter()
            .enumerate()
            .map(|(index, post)| people::person(random, index, post, None, names))
            .collect();
        for (index, offices) in [
            ["legal_representative", "senior_manager"].as_slice(),
            &["director"],
            &["senior_manager"],
        ]
        .into_iter()
        .enumerate()
        {
            register[index]["offices"] = json!(offices);
        }
        let mut crews = Vec::new();
        for crew in &profile.crews {
            let numbers: Vec<usize> = (posts.len()..).take(crew.size).collect();
            for (place, index) in numbers.iter().enumerate() {
                let post = crew.post(place);
                register.push(people::person(
                    random,
                    *index,
                    post,
                    Some((crew, place)),
                    names,
                ));
                posts.push(post);
            }
            crews.push((crew, numbers));
        }
        Self {
            register,
            posts,
            crews,
        }
    }
}

fn declare_absences(dossier: &mut Value, profile: &Profile) {
    let remote = ("remote_service", "全部服务均在现场实施");
    let others = [
        ("suppliers", "未引入外部人员、软件、系统和工具"),
        ("ended_services_with_impact", "咨询成果交付后不影响系统运行"),
        ("provider_replacement", "近三年未发生服务机构更换"),
        ("service_discontinuation", "近三年未发生无法持续服务的情况"),
    ];
    if profile.remote {
        remote::deliver_remotely(dossier);
    }
    for (subject, reason) in (!profile.remote)
        .then_some(remote)
        .into_iter()
        .chain(others)
    {
        let declared = registers::absence(dossier, subject, reason);
        add(dossier, "absences", declared);
    }
}

/// Adds a service person who left in the last three years, and gives the record of the departure.
fn former(register: &mut Vec<Value>, crew: &Crew, names: Names) -> Value {
    let index = register.len();
    let mut random = Random::new(7);
    let member = Some((crew, index));
    let mut person = people::person(&mut random, index, "service_technician", member, names);
    let left = after(REFERENCE, -500);
    person["employment"]["until"] = json!(left);
    // Who has left counts in no class.
    if let Some(entries) = person.as_object_mut() {
        entries.remove("counted_for");
    }
    person["assessments"][0]["topics"] = json!(["service_method"]);
    register.push(person);
    json!({
        "person": people::id(index), "left_on": left, "access_revoked_on": left, "returned_on": left,
        "returned": ["client_materials", "service_records", "deliverables"]
    })
}
