//! Names of people and companies, all of them fictional.

const SURNAMES: [&str; 24] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
    "何", "郭", "马", "罗", "梁", "宋", "郑", "谢",
];
const GIVEN: [&str; 30] = [
    "志远", "晓燕", "建国", "丽娜", "文博", "思源", "雨桐", "浩然", "静怡", "国栋", "佳宁", "俊杰",
    "海涛", "雪梅", "明哲", "子轩", "婉清", "立新", "振华", "欣然", "天宇", "春梅", "永强", "诗涵",
    "泽宇", "晨曦", "若兰", "景行", "一帆", "慧敏",
];
const PLACES: [&str; 20] = [
    "江海", "北岭", "滨江", "东岸", "云岭", "海川", "明州", "西岭", "中原", "青州", "南浦", "长平",
    "永安", "临港", "天府", "龙泉", "平湖", "石城", "瑞安", "新都",
];
const FIRST: [&str; 16] = [
    "启", "安", "盾", "云", "恒", "睿", "瀚", "锐", "御", "信", "华", "远", "卓", "晟", "澜", "岳",
];
const SECOND: [&str; 15] = [
    "明", "御", "衡", "达", "川", "盛", "诚", "宇", "擎", "泰", "域", "图", "鉴", "维", "策",
];
const FIELDS: [&str; 7] = [
    "网络安全技术",
    "信息安全技术",
    "网络安全服务",
    "数安科技",
    "网安科技",
    "信息技术",
    "安全咨询",
];

/// The names that one provider's people go by.
#[derive(Clone, Copy, Default)]
pub struct Names {
    /// Providers with different numbers have people of different names.
    pub number: usize,
}

impl Names {
    /// The name of the person with number `index`.
    pub fn person(self, index: usize) -> String {
        let surname = SURNAMES[(index * 7 + self.number) % SURNAMES.len()];
        let given = GIVEN[(index * 11 + self.number / SURNAMES.len()) % GIVEN.len()];
        format!("{surname}{given}")
    }
}

/// The name of company number `number`; numbers that differ modulo 33 600 give different names.
pub fn company(number: usize) -> String {
    let mut rest = number;
    let mut part = |list: &[&'static str]| {
        let chosen = list[rest % list.len()];
        rest /= list.len();
        chosen
    };
    let (first, field, place, second) = (part(&FIRST), part(&FIELDS), part(&PLACES), part(&SECOND));
    format!("{place}{first}{second}{field}有限公司")
}

/// The signs of a unified social credit code, in the order of their values (GB 32100).
const SIGNS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A unified social credit code of an enterprise, with the right check sign.
pub fn credit_code(number: usize) -> String {
    let mut code: Vec<usize> = b"91320100MA"
        .iter()
        .filter_map(|sign| SIGNS.iter().position(|known| known == sign))
        .collect();
    code.extend((0..7).rev().map(|place| number / 31_usize.pow(place) % 31));
    let (sum, _) = code.iter().fold((0, 1), |(sum, weight), value| {
        (sum + value * weight, weight * 3 % 31)
    });
    code.push((31 - sum % 31) % 31);
    code.into_iter()
        .map(|value| char::from(SIGNS[value]))
        .collect()
}
