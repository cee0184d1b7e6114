### Videos. The titles stand in the program, in English and in the language of the event.

# Variables:
#   $date (Date) - the day of the webinar, such as 18 May 2021
#   $date-at (String) - the same as the time of something, such as on 18 May 2021
#   $organisers (String) - the organisers as a list
video-webinar-2021-05-18 = webinaire du { $date }
    .summary = { $organisers } ont organisé { $date-at } un webinaire sur le lien entre la migration et le développement des zones non urbaines en { -italy }.
    .description = Le webinaire a été l’occasion d’un échange entre parties prenantes locales et nationales. Il s’est tenu en italien, entre partenaires italiens.
