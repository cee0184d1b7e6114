### What the project sets out to do, how, and at which levels of government. Factual, in plain words.

## Objectives

# Variables:
#   $places (String) - the types of place as a list
objective-bridge-research-gap = bridging a gap in research
    .summary = Existing research and policy debates mostly focus on larger cities; { $project } aims to help close this gap by turning to { $places }.

# Variables:
#   $levels (String) - the levels of government as a list
objective-shape-policy = helping to shape policy
    .summary = { $project } aims to make a concrete contribution to formulating innovative and effective policy by involving stakeholders at all levels: { $levels }.

## Modalities: how the project works towards its objectives

objective-modality-community-policy-labs = { -community-policy-labs }
    .summary = In { -community-policy-labs }, researchers and public policymakers come together and hold discussions.

objective-modality-co-creation = co-creation
    .summary = A { -trans-local-working-group } co-creates a set of actions and policy directions.

## Levels of government: the word that describes the level

objective-level-european = European
    .summary = { $project } involves stakeholders at European level in formulating policy.

objective-level-national = national
    .summary = { $project } involves stakeholders at national level in formulating policy.

objective-level-local = local
    .summary = { $project } involves stakeholders at local level in formulating policy.
