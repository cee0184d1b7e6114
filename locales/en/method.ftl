### Research methods, and what they look at.

## Methods. .with-article is the name as it stands in a list, with its article.

method-attitude-survey = attitude survey
    .with-article = an attitude survey
    .summary = A large survey measures attitudes in small municipalities towards refugees and asylum seekers.

method-policy-impact-analysis = analysis of the effects of policy
    .with-article = an analysis of the effects of policy
    .summary = An analysis examines how local policy affects social cohesion and the integration trajectories of immigrants.

method-interviews = interviews
    .with-article = interviews
    .summary = The country reports on { -belgium } are based on interviews.

# Variables:
#   $count (Number) - how many focus-group discussions there were
#   $count-word (String) - the same in words
method-focus-groups = focus-group discussions
    .with-article = focus-group discussions
    .summary =
        { $count ->
            [one] For the report on social relations, { $count-word } focus-group discussion was held.
           *[other] For the report on social relations, { $count-word } focus-group discussions were held.
        }

## Variables: what the methods look at

method-variable-attitudes = attitudes towards refugees and asylum seekers
    .summary = Attitudes towards refugees and asylum seekers are studied in small municipalities.

method-variable-social-cohesion = social cohesion
    .summary = { $project } examines how local policy affects social cohesion.

method-variable-integration-trajectories = integration trajectories
    .summary = Integration trajectories are the paths that immigrants themselves take as they integrate; { $project } studies how local policy affects those paths.
