//! Trainings that the provider's own people attend, and the plan for them.

use serde_json::{Value, json};

use crate::calendar::{REFERENCE, after};
use crate::people;

/// Trainings of the last twelve months: every service person gets 46 hours, 10 of them on confidentiality.
pub fn trainings(own: &[usize], service: &[usize], trainer: usize) -> Value {
    let everybody = attendees(own);
    let staff = attendees(service);
    let list = [
        (
            "tr-awareness",
            "security_awareness",
            "全员网络安全意识培训",
            -300,
            4.0,
            &everybody,
        ),
        (
            "tr-system",
            "management_system",
            "管理体系宣贯",
            -280,
            4.0,
            &everybody,
        ),
        (
            "tr-secret-1",
            "confidentiality",
            "保密法规与案例",
            -250,
            5.0,
            &everybody,
        ),
        (
            "tr-secret-2",
            "confidentiality",
            "涉密资料管理",
            -70,
            5.0,
            &everybody,
        ),
        (
            "tr-pro-1",
            "professional",
            "关键信息基础设施风险评估方法",
            -220,
            10.0,
            &staff,
        ),
        (
            "tr-pro-2",
            "professional",
            "数据安全与密码应用",
            -150,
            8.0,
            &staff,
        ),
        ("tr-post", "post", "岗位技能与上岗考核", -100, 6.0, &staff),
        (
            "tr-pm",
            "project_management",
            "项目管理系统培训",
            -60,
            4.0,
            &staff,
        ),
    ];
    list.iter()
        .map(|(id, kind, title, day, hours, attendees)| {
            json!({
                "id": id, "kind": kind, "title": title, "date": after(REFERENCE, *day), "hours": hours, "trainer": people::id(trainer),
                "attendees": attendees, "record": format!("培训签到与考核记录-{id}.pdf")
            })
        })
        .collect()
}

fn attendees(people: &[usize]) -> Vec<Value> {
    people
        .iter()
        .map(|index| json!({"person": people::id(*index), "result": "passed"}))
        .collect()
}

/// A training plan for the current year that covers the posts.
pub fn training_plans(posts: &[&str]) -> Value {
    let mut service: Vec<&str> = posts
        .iter()
        .copied()
        .filter(|post| people::delivers_services(post))
        .collect();
    service.sort_unstable();
    service.dedup();
    json!([{"from": "2026-01-01", "until": "2026-12-31", "approved_on": "2025-12-15", "posts": service}])
}
