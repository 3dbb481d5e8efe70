/** A record as MADR 4 writes it, with every section. */
export const madr = `---
status: accepted
date: 2026-03-02
decision-makers: [Ana Lima, Bo Chen]
consulted:
  - Security
informed: "Platform team"
---
# Use a hosted vector store

<!-- optional -->
## Context and Problem Statement

The index must answer in 200 ms.
Nobody here runs databases.

## Decision Drivers

* Time to market
* Residency

## Considered Options

* Hosted store
* [Own cluster](https://example.org)
* Postgres

## Decision Outcome

Chosen option: "Hosted store", because it is the only one that
a small team can run.

### Consequences

* Good, because nothing is to be run
* Bad, because data leave the house

### Confirmation

A load test each quarter.

## Pros and Cons of the Options

### Hosted store

Sold by three vendors.

* Good, because it scales
* Neutral, because prices move
* Bad, because of lock-in

### Postgres

* Good, because it is known

## More Information

Seen by the board in March.
`

/** A record as Nygard writes it, which supersedes another, with a section of its own. */
export const nygard = `# 9. Record architecture decisions

Date: 2016-02-12

## Status

Accepted

Supersedes [7. Keep minutes](0007-keep-minutes.md)

## Context

We need to record the decisions made on this project.

## Decision

We will use records, as described by
Michael Nygard.

## Consequences

See his article.

A tool may help.

## Notes

Thanks to all.
`
