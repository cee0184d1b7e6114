### How dates are shown, from the most precise to the vaguest.
### .at is the time at which something happened, .since the time since which something has been so.

# Variables:
#   $date (Date) - a day, such as 18 May 2021
date-day = { $date }
    .at = on { $date }
    .since = since { $date }

# Variables:
#   $date (Date) - a month with its year, such as September 2015
date-month = { $date }
    .at = in { $date }
    .since = since { $date }

# Variables:
#   $date (Date) - a year, such as 2014
date-year = { $date }
    .at = in { $date }
    .since = since { $date }

# Variables:
#   $decade (String) - the decade as the language names it, such as 1990, or 90 in Dutch
date-decade-start = the early { $decade }s
    .at = in the early { $decade }s
    .since = since the early { $decade }s

# Variables:
#   $first, $last (String) - the decades as the language names them, such as 1970 and 1980, or 70 and 80 in Dutch
date-decades = the { $first }s and { $last }s
    .at = in the { $first }s and { $last }s
    .since = since the { $first }s and { $last }s

# The number of a century as the language writes it in front of the word century.
# Variables:
#   $century (Number) - the number of the century, such as 20; in French a string, such as XXe
date-century-ordinal =
    { NUMBER($century, type: "ordinal") ->
        [one] { $century }st
        [two] { $century }nd
        [few] { $century }rd
       *[other] { $century }th
    }

# Variables:
#   $century (Number) - the number of the century, such as 20; in French a string, such as XXe
date-century-start = the early { date-century-ordinal } century
    .at = in the early { date-century-ordinal } century
    .since = since the early { date-century-ordinal } century
