# Calendar arithmetic on dates written YYYY-MM-DD, which compare as text: rules compare the texts and count
# in days and months only where a text does not say it. Time builtins are not used: not every Rego engine has
# them. Where a month has no such day its last day stands in, as article 202 of the Civil Code counts periods:
# three years before 2024-02-29 is 2021-02-28.
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
parts(day) := [to_number(year), number_of[month], number_of[number]] if [year, month, number] := split(day, "-")

two_digits := [
	"00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15",
	"16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31",
]

number_of := {text: number | some number, text in two_digits}

leap_year(year) if {
	year % 4 == 0
	year % 100 != 0
} else if {
	year % 400 == 0
}

month_lengths := [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

month_length(year, month) := 29 if {
	month == 2
	leap_year(year)
} else := month_lengths[month - 1]

# The day `months` months earlier (later where negative).
months_before(day, months) := formatted(year, month, in_month(number, year, month)) if {
	[from_year, from_month, number] := parts(day)
	total := ((from_year * 12) + from_month) - (1 + months)
	month := (total % 12) + 1
	year := (total - (total % 12)) / 12
}

# The number of a day, in a shorter month that of its last day.
in_month(number, year, month) := number if {
	number <= 28
} else := min([number, month_length(year, month)])

formatted(year, month, day) := concat("-", [format_int(year, 10), two_digits[month], two_digits[day]])

next_day(day) := formatted(year, month, number + 1) if {
	[year, month, number] := parts(day)
	number < month_length(year, month)
} else := months_before(concat("", [substring(day, 0, 8), "01"]), -1)

# Days since 0000-03-01 in the Gregorian calendar, for differences.
ordinal(day) := (((((365 * year) + floor(year / 4)) - floor(year / 100)) + floor(year / 400)) + floor(((153 * month) + 2) / 5)) + number if {
	[civil_year, civil_month, number] := parts(day)
	year := civil_year - early(civil_month)
	month := (civil_month + 9) % 12
}

early(month) := 1 if month <= 2

early(month) := 0 if month > 2

# Whole months from a day until another, that one excluded.
full_months(from, until) := span - unfinished(from_day, until_day, until_year, until_month) if {
	[from_year, from_month, from_day] := parts(from)
	[until_year, until_month, until_day] := parts(until)
	span := (((until_year - from_year) * 12) + until_month) - from_month
}

unfinished(from_day, until_day, year, month) := 1 if {
	until_day < from_day
	until_day < month_length(year, month)
} else := 0

# The first day after a period, at the latest the reference date.
period_end(period) := next_day(period.until) if {
	period.until < reference
} else := reference

# At least `years` years of disjoint periods of work ({from, until?}). One running period is compared by
# its anniversary; several are added up in whole months, left-over days at 31 to the month, so that nothing
# is counted that was not worked.
lasted_years(periods, years) if {
	begun := months_before(reference, 12 * years)
	some period in periods
	period.from <= begun
	object.get(period, "until", reference) >= reference
} else if {
	begun := [period | some period in periods; period.from <= reference]
	lacking := (12 * years) - sum([full_months(period.from, period_end(period)) | some period in begun])
	made_up(lacking, begun)
}

# Months that are lacking are made up by the days left over of the periods. Of each less than a month is left over.
made_up(months, periods) if {
	months <= 0
} else if {
	months < count(periods)
	floor(sum([left_over(period.from, period_end(period)) | some period in periods]) / 31) >= months
}

# Days from a day until another beyond the whole months.
left_over(from, until) := ordinal(until) - ordinal(months_before(from, 0 - full_months(from, until)))
