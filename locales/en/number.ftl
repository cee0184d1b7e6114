### How numbers are shown. The digits and their separators come from the program.

# Variables:
#   $number (Number) - a share in percent, such as 49.9
number-percent = { $number }%

# Variables:
#   $number (Number) - a difference between two shares, such as 7.4
number-percentage-points =
    { $number ->
        [one] { $number } percentage point
       *[other] { $number } percentage points
    }

# A small count in words, for use in the middle of a sentence. Larger ones stay in digits.
# Variables:
#   $number (Number) - a count, such as 8
number-word =
    { $number ->
        [0] zero
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
        [12] twelve
       *[other] { $number }
    }
