//! People of a generated provider: posts, education, certificates, knowledge and records.

use jiff::civil::Date;
use oorandom::Rand32 as Random;
use serde_json::{Value, json};

use crate::calendar::{REFERENCE, after, shifted, text};
use crate::crews::{Crew, manages_projects};
use crate::names::Names;

const UNIVERSITIES: [&str; 6] = [
    "北京邮电大学",
    "西安电子科技大学",
    "武汉大学",
    "电子科技大学",
    "哈尔滨工业大学",
    "南京理工大学",
];

/// Whether holders of the post deliver services.
pub fn delivers_services(post: &str) -> bool {
    matches!(
        post,
        "service_project_manager"
            | "service_consultant"
            | "service_technician"
            | "service_trainer"
            | "developer"
    )
}

/// The department of a post.
pub fn department(post: &str) -> &'static str {
    match post {
        "quality_director" | "quality_supervisor" => "质量部",
        "internal_auditor" => "内审部",
        "confidentiality_head" | "confidentiality_officer" => "保密办公室",
        "legal_counsel" => "法务部",
        "equipment_manager" | "archivist" | "administrative_staff" => "综合部",
        "technical_director" | "research_engineer" => "技术中心",
        "service_trainer" => "培训部",
        "developer" => "研发部",
        _ => "安全服务部",
    }
}

/// The person with number `index` (from 0), holding `post` and, where it delivers services, a place in a crew.
pub fn person(
    random: &mut Random,
    index: usize,
    post: &str,
    member: Option<(&Crew, usize)>,
    names: Names,
) -> Value {
    let id = id(index);
    let joined = shifted(REFERENCE, -365 * 4 - 40 - days(random, 900));
    let career = shifted(joined, -365 * 3 - days(random, 1200));
    let level = match index % 12 {
        0..=6 => "bachelor",
        7..=9 => "master",
        10 => "doctor",
        _ => "college",
    };
    let level = if post == "technical_director" {
        "master"
    } else {
        level
    };
    let mut person = json!({
        "id": id,
        "name": names.person(index),
        "nationality": "CN",
        "residence": "CN",
        "employment": {"from": text(joined)},
        "posts": [post],
        "department": department(post),
        "education": {"level": level, "institution": UNIVERSITIES[index % UNIVERSITIES.len()], "awarded_on": after(career, -20)},
        "security_experience": [{"from": text(career), "employer": if index.is_multiple_of(3) { "华东某信息安全公司" } else { "前任职单位及本公司" }}],
        "criminal_record": {"searched_on": after(REFERENCE, -120 - i32::try_from(index % 30).unwrap_or(0)), "convictions": []},
        "background_check": {"completed_on": after(joined, -7), "result": "passed", "by": "保密办公室"},
        "personnel_file": ["basic_information", "social_background", "work_history", "training_records", "professional_qualifications", "rewards_and_penalties"],
        "confidentiality_commitment": {"signed_on": text(joined), "terms": ["duties", "liability"]}
    });
    if post == "legal_counsel" {
        person["certificates"] = json!([{"kind": "legal_profession_qualification", "number": "A20153201", "valid_from": after(career, 200)}]);
    }
    if let Some((crew, place)) = member {
        deliver_services(&mut person, index, crew, place, career);
    }
    person
}

/// What a member of a crew has beside everybody else: experience, certificates, assessments.
fn deliver_services(person: &mut Value, index: usize, crew: &Crew, place: usize, career: Date) {
    let services = crew.services();
    person["services"] = json!(services);
    person["service_experience"] = services
        .iter()
        .map(|service| json!({"service": service, "from": after(career, 60)}))
        .collect();
    person["certificates"] = certificates(index, crew, place);
    person["assessments"] = json!([{
        "topics": crew.knowledge(), "date": after(REFERENCE, -200), "method": "examination", "by": "技术委员会", "result": "passed"
    }]);
    if (1..=crew.fighters).contains(&place) {
        person["attack_defense_projects"] =
            json!([{"name": "行业网络攻防实战演习", "date": after(REFERENCE, -640)}]);
    }
    if let Some(classes) = &crew.counted_for {
        person["counted_for"] = json!(classes);
    }
}

fn days(random: &mut Random, below: u32) -> i32 {
    i32::try_from(random.rand_range(0..below)).unwrap_or(0)
}

fn certificates(index: usize, crew: &Crew, place: usize) -> Value {
    let from = after(REFERENCE, -400);
    let until = after(REFERENCE, 695);
    let kind = match crew.cisp_holders {
        None => ["cisp", "cisp_ciso", "cisp_pte", "cisaw"][index % 4],
        Some(holders) if place < holders => "cisp",
        Some(_) => "cisaw",
    };
    let mut list = vec![
        json!({"kind": kind, "number": format!("CN{:06}", 102_400 + index * 37), "issuer": "发证机构", "valid_from": from, "valid_until": until}),
    ];
    if manages_projects(place) {
        list.push(json!({"kind": "information_systems_project_manager", "number": format!("XG{:05}", 3300 + index), "valid_from": "2019-11-09"}));
    }
    if index % 8 == 4 && crew.delivers("consulting.cryptography") {
        list.push(json!({"kind": "cryptography_technician", "number": format!("MM{index:04}"), "valid_from": "2023-03-01"}));
        list.push(json!({"kind": "cryptography_assessor", "number": format!("MP{index:04}"), "valid_from": "2023-09-15"}));
    }
    if index % 8 == 5 && crew.delivers("consulting.classified_protection") {
        list.push(json!({"kind": "classified_protection_senior_assessor", "number": format!("DB{index:04}"), "valid_from": "2024-05-20", "valid_until": "2027-05-19"}));
    }
    if place < 2 && crew.delivers("protection.audit") {
        list.push(json!({"kind": "cisp_auditor", "number": format!("CA{index:05}"), "valid_from": from, "valid_until": until}));
    }
    json!(list)
}

/// The id of the person with number `index`.
pub fn id(index: usize) -> String {
    format!("p{:02}", index + 1)
}
