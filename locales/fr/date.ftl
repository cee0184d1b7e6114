### How dates are shown, from the most precise to the vaguest.
### .at is the time at which something happened, .since the time since which something has been so.

# Variables:
#   $date (String) - a day, such as 18 May 2021
date-day = { $date }
    .at = le { $date }
    .since = depuis le { $date }

# Variables:
#   $date (String) - a month with its year, such as September 2015
date-month = { $date }
    .at = en { $date }
    .since = depuis { $date }

# Variables:
#   $date (String) - a year, such as 2014
date-year = { $date }
    .at = en { $date }
    .since = depuis { $date }

# Variables:
#   $decade (String) - the year with which the decade starts, such as 1990
#   $decade-short (String) - its last two digits, such as 90
date-decade-start = début des années { $decade }
    .at = au début des années { $decade }
    .since = depuis le début des années { $decade }

# Variables:
#   $first (String) - the year with which the first decade starts, such as 1970
#   $first-short (String) - its last two digits, such as 70
#   $last (String) - the year with which the last decade starts, such as 1980
#   $last-short (String) - its last two digits, such as 80
date-decades = années { $first } et { $last }
    .at = dans les années { $first } et { $last }
    .since = depuis les années { $first } et { $last }

# The number of a century as the language writes it in front of the word century.
# Variables:
#   $century (Number) - the number of the century, such as 20
#   $century-roman (String) - the same in Roman numerals, such as XX
date-century-ordinal =
    { $century ->
        [1] { $century-roman }er
       *[other] { $century-roman }e
    }

# Variables:
#   $century (Number) - the number of the century, such as 20
#   $century-roman (String) - the same in Roman numerals, such as XX
date-century-start = début du { date-century-ordinal } siècle
    .at = au début du { date-century-ordinal } siècle
    .since = depuis le début du { date-century-ordinal } siècle
