### How dates are shown, from the most precise to the vaguest.
### .at is the time at which something happened, .since the time since which something has been so.

# Variables:
#   $date (String) - a day, such as 18 May 2021
date-day = { $date }
    .at = op { $date }
    .since = sinds { $date }

# Variables:
#   $date (String) - a month with its year, such as September 2015
date-month = { $date }
    .at = in { $date }
    .since = sinds { $date }

# Variables:
#   $date (String) - a year, such as 2014
date-year = { $date }
    .at = in { $date }
    .since = sinds { $date }

# Variables:
#   $decade (String) - the year with which the decade starts, such as 1990
#   $decade-short (String) - its last two digits, such as 90
date-decade-start = begin jaren { $decade-short }
    .at = aan het begin van de jaren { $decade-short }
    .since = sinds het begin van de jaren { $decade-short }

# Variables:
#   $first (String) - the year with which the first decade starts, such as 1970
#   $first-short (String) - its last two digits, such as 70
#   $last (String) - the year with which the last decade starts, such as 1980
#   $last-short (String) - its last two digits, such as 80
date-decades = jaren { $first-short } en { $last-short }
    .at = in de jaren { $first-short } en { $last-short }
    .since = sinds de jaren { $first-short } en { $last-short }

# The number of a century as the language writes it in front of the word century.
# Variables:
#   $century (Number) - the number of the century, such as 20
#   $century-roman (String) - the same in Roman numerals, such as XX
date-century-ordinal = { $century }e

# Variables:
#   $century (Number) - the number of the century, such as 20
#   $century-roman (String) - the same in Roman numerals, such as XX
date-century-start = begin { date-century-ordinal } eeuw
    .at = aan het begin van de { date-century-ordinal } eeuw
    .since = sinds het begin van de { date-century-ordinal } eeuw
