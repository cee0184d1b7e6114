### Groups that act. .with-article is the name as it stands in a list, with its article where the language uses one.

## Groups whose interaction the approach looks at

actor-political-representatives = political representatives
    .with-article = political representatives
    .summary = Political representatives are among the actors that shape integration.

actor-civil-society = civil society
    .with-article = civil society
    .summary = Civil society is among the actors that shape integration.

actor-foreign-residents = foreign residents
    .with-article = foreign residents
    .summary = Foreign residents are among the actors that shape integration.

## Groups that take part in the project

actor-researchers = researchers
    .with-article = researchers
    .summary = Researchers meet public policymakers in { -community-policy-labs }.

actor-public-policymakers = public policymakers
    .with-article = public policymakers
    .summary = Public policymakers meet researchers in { -community-policy-labs }.

actor-stakeholders = stakeholders
    .with-article = stakeholders
    .summary = { $project } involves stakeholders at all levels in formulating policy.

actor-trans-local-working-group = { -trans-local-working-group }
    .with-article = the { -trans-local-working-group }
    .summary = The { -trans-local-working-group } co-creates actions and policy directions.

# Variables:
#   $webinar (Date) - the day of the webinar, such as 18 May 2021
actor-italian-partners = Italian partners
    .with-article = the Italian partners
    .summary = The webinar of { $webinar } brought Italian partners together.
