### How numbers are shown. The digits and their separators come from the program.

# Variables:
#   $number (Number) - a share in percent, such as 49.9
number-percent = { $number } %

# Variables:
#   $number (Number) - a difference between two shares, such as 7.4
number-percentage-points =
    { $number ->
        [one] { $number } point de pourcentage
       *[other] { $number } points de pourcentage
    }

# A small count in words, for use in the middle of a sentence. Larger ones stay in digits.
# Variables:
#   $number (Number) - a count, such as 8
number-word =
    { $number ->
        [0] zéro
        [1] un
        [2] deux
        [3] trois
        [4] quatre
        [5] cinq
        [6] six
        [7] sept
        [8] huit
        [9] neuf
        [10] dix
        [11] onze
        [12] douze
       *[other] { $number }
    }
