### Videos. The titles stand in the program, in English and in the language of the event.

# Variables:
#   $date (Date) - the day of the webinar, such as 18 May 2021
#   $date-at (String) - the same as the time of something, such as on 18 May 2021
#   $organisers (String) - the organisers as a list
video-webinar-2021-05-18 = webinar of { $date }
    .summary = { $organisers } organised a webinar { $date-at } on the link between migration and the development of non-urban areas in { -italy }.
    .description = The webinar gave local and national stakeholders a chance to exchange views. It was held among Italian partners, in Italian.
