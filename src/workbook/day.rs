//! Days as dossiers write them and as workbooks count them.

/// The first day that all programs count alike: Excel has a 29 February 1900 that never was.
const FIRST: &str = "1900-03-01";

/// The serial number of 1970-01-01 where days are counted from 1900.
const UNIX_1900: i64 = 25_569;

/// The days between the two ways of counting.
const BETWEEN: i64 = 1_462;

/// The number by which workbooks count a day written as `2026-06-30`; none for those that they do not
/// count alike.
pub(super) fn serial(date: &str) -> Option<u32> {
    let (year, month, day) = parts(date)?;
    if date < FIRST {
        return None;
    }
    u32::try_from(unix_days(year, month, day) + UNIX_1900).ok()
}

/// The day of a serial number without its time; none before March 1900 and after 9999.
pub(super) fn date(serial: i64, from_1904: bool) -> Option<String> {
    let serial = if from_1904 { serial + BETWEEN } else { serial };
    if !(61..=2_958_465).contains(&serial) {
        return None;
    }
    let (year, month, day) = civil(serial - UNIX_1900);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// The date that text means which is written in another way, as `2026/6/30` or `2026年6月30日`.
pub(super) fn meant(text: &str) -> Option<String> {
    let plain: String = text
        .trim()
        .trim_end_matches(['日', '号'])
        .chars()
        .map(|c| {
            if matches!(c, '年' | '月' | '/' | '.') {
                '-'
            } else {
                c
            }
        })
        .collect();
    let [year, month, day] = plain.split('-').collect::<Vec<_>>().try_into().ok()?;
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let date = format!(
        "{:04}-{:02}-{:02}",
        number(year)?,
        number(month)?,
        number(day)?
    );
    parts(&date).map(|_| date)
}

/// Year, month and day of a date that is on the calendar.
fn parts(date: &str) -> Option<(i64, i64, i64)> {
    let [year, month, day] = date.split('-').collect::<Vec<_>>().try_into().ok()?;
    let number = |text: &str, length: usize| {
        let is_plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        is_plain.then(|| text.parse::<i64>().ok()).flatten()
    };
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    let back = civil(unix_days(year, month, day));
    (back == (year, month, day)).then_some(back)
}

/// Days from 1970-01-01 to a day of the Gregorian calendar.
fn unix_days(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March here, so that a leap day is the last of its year.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    era * 146_097 + days - 719_468
}

/// The day that many days after 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_workbooks_do() {
        assert_eq!(serial("1900-03-01"), Some(61));
        assert_eq!(serial("2026-06-30"), Some(46_203));
        assert_eq!(serial("2024-02-29"), Some(45_351));
        for date in ["1900-02-28", "2025-02-29", "2026-6-30", "x", "2026-13-01"] {
            assert_eq!(serial(date), None, "{date}");
        }
        assert_eq!(date(46_203 - 1_462, true).unwrap(), "2026-06-30");
        assert_eq!(date(60, false), None);
    }

    #[test]
    fn every_day_comes_back() {
        for number in 61..120_000 {
            let day = date(number, false).unwrap();
            assert_eq!(serial(&day).map(i64::from), Some(number), "{day}");
        }
    }

    #[test]
    fn other_ways_to_write_a_date_are_understood() {
        for text in ["2026/6/3", "2026年6月3日", "2026.06.03", "2026-6-3"] {
            assert_eq!(meant(text).as_deref(), Some("2026-06-03"), "{text}");
        }
        assert_eq!(meant("6/30/2026"), None);
        assert_eq!(meant("2026年6月"), None);
    }
}
