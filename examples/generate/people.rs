//! People of a generated provider: posts, education, certificates, knowledge and records.

use serde_json::{Value, json};

use crate::calendar::{REFERENCE, after, shifted, text};
use oorandom::Rand32 as Random;

const SURNAMES: [&str; 24] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
    "何", "郭", "马", "罗", "梁", "宋", "郑", "谢",
];
const GIVEN: [&str; 30] = [
    "志远", "晓燕", "建国", "丽娜", "文博", "思源", "雨桐", "浩然", "静怡", "国栋", "佳宁", "俊杰",
    "海涛", "雪梅", "明哲", "子轩", "婉清", "立新", "振华", "欣然", "天宇", "春梅", "永强", "诗涵",
    "泽宇", "晨曦", "若兰", "景行", "一帆", "慧敏",
];
const UNIVERSITIES: [&str; 6] = [
    "北京邮电大学",
    "西安电子科技大学",
    "武汉大学",
    "电子科技大学",
    "哈尔滨工业大学",
    "南京理工大学",
];

/// Posts of the people in their order, one list of posts a person.
pub fn posts(service_people: usize) -> Vec<&'static str> {
    let mut posts = vec![
        "administrative_staff",
        "administrative_staff",
        "technical_director",
        "quality_director",
        "confidentiality_head",
        "confidentiality_officer",
        "equipment_manager",
        "archivist",
        "quality_supervisor",
        "internal_auditor",
        "legal_counsel",
        "research_engineer",
    ];
    for index in 0..service_people {
        posts.push(match index % 9 {
            0 => "service_project_manager",
            1..=4 => "service_consultant",
            5 | 6 => "service_technician",
            7 => "service_trainer",
            _ => "developer",
        });
    }
    posts
}

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

/// The person with number `index` (from 0), holding `post` and working in `services`.
pub fn person(
    random: &mut Random,
    index: usize,
    post: &str,
    services: &[&str],
    topics: &[&str],
) -> Value {
    let id = id(index);
    let service = delivers_services(post);
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
        "name": name(index),
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
    if service {
        person["services"] = json!(services);
        person["service_experience"] = services
            .iter()
            .map(|item| json!({"service": item, "from": after(career, 60)}))
            .collect();
        person["certificates"] = certificates(index, post);
        person["assessments"] = json!([{
            "topics": topics, "date": after(REFERENCE, -200), "method": "examination", "by": "技术委员会", "result": "passed"
        }]);
    }
    person
}

fn days(random: &mut Random, below: u32) -> i32 {
    i32::try_from(random.rand_range(0..below)).unwrap_or(0)
}

fn certificates(index: usize, post: &str) -> Value {
    let from = after(REFERENCE, -400);
    let until = after(REFERENCE, 695);
    let kind = ["cisp", "cisp_ciso", "cisp_pte", "cisaw"][index % 4];
    let mut list = vec![
        json!({"kind": kind, "number": format!("CN{:06}", 102_400 + index * 37), "issuer": "发证机构", "valid_from": from, "valid_until": until}),
    ];
    if post == "service_project_manager" {
        list.push(json!({"kind": "information_systems_project_manager", "number": format!("XG{:05}", 3300 + index), "valid_from": "2019-11-09"}));
    }
    match index % 8 {
        4 => {
            list.push(json!({"kind": "cryptography_technician", "number": format!("MM{index:04}"), "valid_from": "2023-03-01"}));
            list.push(json!({"kind": "cryptography_assessor", "number": format!("MP{index:04}"), "valid_from": "2023-09-15"}));
        }
        5 => list.push(json!({"kind": "classified_protection_senior_assessor", "number": format!("DB{index:04}"), "valid_from": "2024-05-20", "valid_until": "2027-05-19"})),
        _ => {}
    }
    json!(list)
}

/// The id of the person with number `index`.
pub fn id(index: usize) -> String {
    format!("p{:02}", index + 1)
}

/// The name of the person with number `index`; all are fictional.
pub fn name(index: usize) -> String {
    format!(
        "{}{}",
        SURNAMES[(index * 7) % SURNAMES.len()],
        GIVEN[(index * 11) % GIVEN.len()]
    )
}
