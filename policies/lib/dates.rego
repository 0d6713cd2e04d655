# Calendar arithmetic on dates written YYYY-MM-DD, which compare as text. Time builtins are not used:
# not every Rego engine has them. Where a month has no such day its last day stands in, as article 202
# of the Civil Code counts periods: three years before 2024-02-29 is 2021-02-28.
package ciieval.lib.dates

# The day of the assessment: every duration and validity is counted from it, never from today.
reference := input.assessment.reference_date

# The first day of the last twelve months and of the last three years, that day included (近 3 年).
one_year_ago := months_before(reference, 12)

two_years_ago := months_before(reference, 24)

three_years_ago := months_before(reference, 36)

six_months_ago := months_before(reference, 6)

# A day of the last twelve months.
in_last_year(day) if {
	day >= one_year_ago
	day <= reference
}

# A day of the last three years.
in_last_three_years(day) if {
	day >= three_years_ago
	day <= reference
}

# Valid on the reference date, first and last day included; without a last day validity does not end.
valid(from, thing, until_key) if {
	from <= reference
	object.get(thing, until_key, reference) >= reference
}

# Not shown to be valid for want of a first day alone: its last day, if it has one, has not passed.
may_be_valid(thing, from_key, until_key) if {
	object.get(thing, from_key, null) == null
	object.get(thing, until_key, reference) >= reference
}

# [year, month, day] as numbers.
parts(day) := [to_number(trim_left(piece, "0")) | some piece in split(day, "-")]

leap_year(year) if {
	year % 4 == 0
	year % 100 != 0
}

leap_year(year) if year % 400 == 0

month_length(year, month) := 29 if {
	month == 2
	leap_year(year)
}

month_length(year, month) := 28 if {
	month == 2
	not leap_year(year)
}

month_length(_, month) := 30 if month in {4, 6, 9, 11}

month_length(_, month) := 31 if month in {1, 3, 5, 7, 8, 10, 12}

# The day `months` months earlier (later where negative).
months_before(day, months) := formatted(year, month, min([number, month_length(year, month)])) if {
	[from_year, from_month, number] := parts(day)
	total := ((from_year * 12) + from_month) - (1 + months)
	month := (total % 12) + 1
	year := (total - (total % 12)) / 12
}

formatted(year, month, day) := concat("-", [format_int(year, 10), two_digits(month), two_digits(day)])

two_digits(number) := format_int(number, 10) if number >= 10

two_digits(number) := concat("", ["0", format_int(number, 10)]) if number < 10

next_day(day) := formatted(year, month, number + 1) if {
	[year, month, number] := parts(day)
	number < month_length(year, month)
} else := months_before(concat("", [substring(day, 0, 8), "01"]), -1)

# Days since 0000-03-01 in the Gregorian calendar, for differences.
ordinal(day) := (((365 * year) + floor(year / 4)) - floor(year / 100)) + floor(year / 400) + floor(((153 * month) + 2) / 5) + number if {
	[civil_year, civil_month, number] := parts(day)
	year := civil_year - early(civil_month)
	month := (civil_month + 9) % 12
}

early(month) := 1 if month <= 2

early(month) := 0 if month > 2

# Whole months from a day until another, that one excluded.
full_months(from, until) := months if {
	[from_year, from_month, from_day] := parts(from)
	[until_year, until_month, until_day] := parts(until)
	span := (((until_year - from_year) * 12) + until_month) - from_month
	months := span - unfinished(from_day, until_day, month_length(until_year, until_month))
}

unfinished(from_day, until_day, length) := 1 if {
	until_day < from_day
	until_day < length
} else := 0

# The first day after a period, at the latest the reference date.
period_end(period) := next_day(period.until) if period.until < reference

period_end(period) := reference if object.get(period, "until", reference) >= reference

# At least `years` years of disjoint periods of work ({from, until?}). One running period is compared by
# its anniversary; several are added up in whole months, left-over days at 31 to the month, so that nothing
# is counted that was not worked.
lasted_years(periods, years) if {
	some period in periods
	object.get(period, "until", reference) >= reference
	period.from <= months_before(reference, 12 * years)
} else if {
	ended := [period | some period in periods; period.from <= reference]
	lengths := [length |
		some period in ended
		until := period_end(period)
		months := full_months(period.from, until)
		length := {"months": months, "days": ordinal(until) - ordinal(months_before(period.from, 0 - months))}
	]
	days := sum([length.days | some length in lengths])
	sum([length.months | some length in lengths]) + floor(days / 31) >= 12 * years
}
