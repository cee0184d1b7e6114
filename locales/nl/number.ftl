### How numbers are shown. The digits and their separators come from the program.

# Variables:
#   $number (Number) - a share in percent, such as 49.9
number-percent = { $number }%

# Variables:
#   $number (Number) - a difference between two shares, such as 7.4
number-percentage-points = { $number } procentpunt

# A small count in words, for use in the middle of a sentence. Larger ones stay in digits.
# Variables:
#   $number (Number) - a count, such as 8
number-word =
    { $number ->
        [0] nul
        [1] één
        [2] twee
        [3] drie
        [4] vier
        [5] vijf
        [6] zes
        [7] zeven
        [8] acht
        [9] negen
        [10] tien
        [11] elf
        [12] twaalf
       *[other] { $number }
    }
