### How dates are shown, from the most precise to the vaguest.
### .at is the time at which something happened, .since the time since which something has been so.

# Variables:
#   $date (Date) - a day, such as 18 May 2021
date-day = { $date }
    .at = op { $date }
    .since = sinds { $date }

# Variables:
#   $date (Date) - a month with its year, such as September 2015
date-month = { $date }
    .at = in { $date }
    .since = sinds { $date }

# Variables:
#   $date (Date) - a year, such as 2014
date-year = { $date }
    .at = in { $date }
    .since = sinds { $date }

# Variables:
#   $decade (String) - the decade as the language names it, such as 1990, or 90 in Dutch
date-decade-start = begin jaren { $decade }
    .at = aan het begin van de jaren { $decade }
    .since = sinds het begin van de jaren { $decade }

# Variables:
#   $first, $last (String) - the decades as the language names them, such as 1970 and 1980, or 70 and 80 in Dutch
date-decades = jaren { $first } en { $last }
    .at = in de jaren { $first } en { $last }
    .since = sinds de jaren { $first } en { $last }

# The number of a century as the language writes it in front of the word century.
# Variables:
#   $century (Number) - the number of the century, such as 20; in French a string, such as XXe
date-century-ordinal = { $century }e

# Variables:
#   $century (Number) - the number of the century, such as 20; in French a string, such as XXe
date-century-start = begin { date-century-ordinal } eeuw
    .at = aan het begin van de { date-century-ordinal } eeuw
    .since = sinds het begin van de { date-century-ordinal } eeuw
