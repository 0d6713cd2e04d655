package ciieval.lib.dates_test

import data.ciieval.lib.dates

on(day) := {"assessment": {"reference_date": day}}

test_three_years_back_is_the_same_day if {
	dates.three_years_ago == "2023-11-22" with input as on("2026-11-22")
}

test_look_back_from_29_february_ends_on_28_february if {
	dates.three_years_ago == "2021-02-28" with input as on("2024-02-29")
	dates.months_before("2024-02-29", 48) == "2020-02-29"
}

test_months_before_crosses_years_and_clamps if {
	dates.months_before("2026-01-15", 1) == "2025-12-15"
	dates.months_before("2026-03-31", 1) == "2026-02-28"
	dates.months_before("2026-12-31", 12) == "2025-12-31"
	dates.months_before("2026-08-31", 6) == "2026-02-28"
	dates.months_before("2026-11-30", -3) == "2027-02-28"
	dates.months_before("2025-12-01", -1) == "2026-01-01"
}

test_next_day if {
	dates.next_day("2026-12-31") == "2027-01-01"
	dates.next_day("2024-02-28") == "2024-02-29"
	dates.next_day("2023-02-28") == "2023-03-01"
	dates.next_day("2026-09-09") == "2026-09-10"
}

test_full_months if {
	dates.full_months("2021-11-22", "2026-11-22") == 60
	dates.full_months("2021-11-22", "2026-11-21") == 59
	dates.full_months("2024-02-29", "2026-02-28") == 24
	dates.full_months("2024-01-31", "2024-02-29") == 1
}

test_ordinal_differences if {
	dates.ordinal("2024-03-01") - dates.ordinal("2024-02-28") == 2
	dates.ordinal("2023-03-01") - dates.ordinal("2023-02-28") == 1
	dates.ordinal("2027-01-01") - dates.ordinal("2026-12-31") == 1
	dates.ordinal("2026-11-22") - dates.ordinal("2021-11-22") == 1826
}

test_century_years if {
	dates.leap_year(2000)
	not dates.leap_year(1900)
	not dates.leap_year(2023)
}

test_running_period_reaches_years_on_the_anniversary if {
	dates.lasted_years([{"from": "2021-11-22"}], 5) with input as on("2026-11-22")
	not dates.lasted_years([{"from": "2021-11-23"}], 5) with input as on("2026-11-22")
	dates.lasted_years([{"from": "2021-11-22", "until": "2027-01-01"}], 5) with input as on("2026-11-22")
}

test_ended_period_counts_its_last_day if {
	dates.lasted_years([{"from": "2015-01-01", "until": "2019-12-31"}], 5) with input as on("2026-11-22")
	not dates.lasted_years([{"from": "2015-01-01", "until": "2019-12-30"}], 5) with input as on("2026-11-22")
}

test_several_periods_add_up if {
	periods := [{"from": "2015-01-01", "until": "2017-06-15"}, {"from": "2019-01-01", "until": "2021-06-15"}]
	dates.lasted_years(periods, 4) with input as on("2026-11-22")
	dates.lasted_years(array.concat(periods, [{"from": "2026-10-01"}]), 5) with input as on("2026-11-22")
	not dates.lasted_years(array.concat(periods, [{"from": "2026-10-23"}]), 5) with input as on("2026-11-22")
	not dates.lasted_years(periods, 5) with input as on("2026-11-22")
}

test_no_period_lasts_nothing if {
	not dates.lasted_years([], 1) with input as on("2026-11-22")
}

test_future_period_does_not_count if {
	not dates.lasted_years([{"from": "2027-01-01"}], 1) with input as on("2026-11-22")
}

test_validity_includes_first_and_last_day if {
	dates.valid("2026-11-22", {}, "until") with input as on("2026-11-22")
	not dates.valid("2026-11-23", {}, "until") with input as on("2026-11-22")
	dates.valid("2020-01-01", {"until": "2026-11-22"}, "until") with input as on("2026-11-22")
	not dates.valid("2020-01-01", {"until": "2026-11-21"}, "until") with input as on("2026-11-22")
}
