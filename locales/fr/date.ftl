### How dates are shown, from the most precise to the vaguest.
### .at is the time at which something happened, .since the time since which something has been so.

# Variables:
#   $date (Date) - a day, such as 18 May 2021
date-day = { $date }
    .at = le { $date }
    .since = depuis le { $date }

# Variables:
#   $date (Date) - a month with its year, such as September 2015
date-month = { $date }
    .at = en { $date }
    .since = depuis { $date }

# Variables:
#   $date (Date) - a year, such as 2014
date-year = { $date }
    .at = en { $date }
    .since = depuis { $date }

# Variables:
#   $decade (String) - the decade as the language names it, such as 1990, or 90 in Dutch
date-decade-start = début des années { $decade }
    .at = au début des années { $decade }
    .since = depuis le début des années { $decade }

# Variables:
#   $first, $last (String) - the decades as the language names them, such as 1970 and 1980, or 70 and 80 in Dutch
date-decades = années { $first } et { $last }
    .at = dans les années { $first } et { $last }
    .since = depuis les années { $first } et { $last }

# The number of a century as the language writes it in front of the word century.
# Variables:
#   $century (Number) - the number of the century, such as 20; in French a string, such as XXe
date-century-ordinal = { $century }

# Variables:
#   $century (Number) - the number of the century, such as 20; in French a string, such as XXe
date-century-start = début du { date-century-ordinal } siècle
    .at = au début du { date-century-ordinal } siècle
    .since = depuis le début du { date-century-ordinal } siècle
