### Videos. The titles stand in the program, in English and in the language of the event.

# Variables:
#   $date (Date) - the day of the webinar, such as 18 May 2021
#   $date-at (String) - the same as the time of something, such as on 18 May 2021
#   $organisers (String) - the organisers as a list
video-webinar-2021-05-18 = webinar van { $date }
    .summary = { $organisers } organiseerden { $date-at } een webinar over het verband tussen migratie en de ontwikkeling van niet-stedelijke gebieden in { -italy }.
    .description = Het webinar was een gelegenheid voor lokale en nationale belanghebbenden om met elkaar van gedachten te wisselen. Het bracht Italiaanse partners samen en verliep in het Italiaans.
