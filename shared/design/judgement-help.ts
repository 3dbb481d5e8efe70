/** By the name of a type, then by field: what the field says. */
export type FieldHelp = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The fields of `judgement.ts`, a part of `fieldHelp`. */
export const judgementHelp: FieldHelp = {
  Decision: {
    number: 'Its number among the records: ADR-1, ADR-2 ...',
    drivers: 'The requirements that drive it, by id.',
    context: 'The problem, and what is known of it.',
    options: 'What was considered.',
    chosen: 'The option that was taken, by id.',
    consequences: 'What follows from it, good and bad.',
    confirmation: 'How one will see that it is kept to.',
    supersedes: 'The decision that it replaces, by id.',
    basis: 'What the numbers were when it was accepted.',
    weights: 'How much each requirement counts in the matrix, by id.',
    people: 'Who decided, was consulted and is informed.',
  },
  Treatment: {
    response: 'mitigate, accept, transfer, avoid or dispute.',
    reason: 'Why this was decided.',
    approver: 'Who signed it.',
    until: 'The last day on which it holds, as YYYY-MM-DD.',
    controls: 'The controls that answer it, by id.',
    compensating: 'What makes up for it while it is accepted.',
    decision: 'The decision record behind it, by id.',
    residual: 'The likelihood and impact that are left.',
    basis: 'What was true when it was signed.',
  },
  Risk: { grammar: 'A threat in parts: source, prerequisite, action, impact, goal, asset.' },
  Question: { answer: 'What was answered.', answeredOn: 'The day of the answer, as YYYY-MM-DD.' },
  WorkItem: {
    phase: 'The phase that it brings about, by id.',
    after: 'The work items that come first, by id.',
    exitCriteria: 'What must be true before it is done.',
    effortDays: 'How many days of work it is.',
  },
  ThreatReview: { threats: 'The state of every threat on that day.' },
  Baseline: {
    hash: 'SHA-256 of the frozen design as printed.',
    priceBook: 'The day of the price book that its numbers rest on.',
    editions: 'The rules and catalogues, with their editions.',
    frozen: 'The whole design as it was.',
    figures: 'Headline numbers by name, with units in the names.',
    findings: 'What was found that day.',
    board: 'Who decided.',
    decidedOn: 'When, as YYYY-MM-DD.',
    conditions: 'What the board asks for before it is content.',
  },
}
