/** A control of the catalogue: `deterministic` may close a threat, `probabilistic` only makes it less likely. */
export interface CatalogueControl {
  /** As in `Control.type` of a design. */
  readonly type: string
  readonly title: string
  /** One sentence: what it does. */
  readonly does: string
  readonly strength: 'deterministic' | 'probabilistic'
}

const firm = (type: string, title: string, does: string): CatalogueControl => ({
  type,
  title,
  does,
  strength: 'deterministic',
})
const soft = (type: string, title: string, does: string): CatalogueControl => ({
  type,
  title,
  does,
  strength: 'probabilistic',
})

/** Controls that a treatment can name and a remedy can propose. */
export const controls: readonly CatalogueControl[] = [
  firm('approve-each-action', 'Approval of each action', 'A person sees the exact action and allows or refuses it.'),
  firm('policy-gate', 'Policy gate', 'Code, not a model, allows or refuses an action by limits, lists and rights.'),
  firm('egress-allow-list', 'Egress allow-list', 'Only listed addresses and recipients can be reached.'),
  firm('read-only-tools', 'Read-only tools', 'What reads untrusted text has no tool that changes anything.'),
  firm('split-agent', 'Split agent', 'What reads untrusted text and what holds private data are two agents.'),
  firm('plan-then-execute', 'Plan, then execute', 'The steps are fixed before untrusted text is read.'),
  firm(
    'quarantined-model',
    'Quarantined model',
    'A model without tools reads untrusted text and returns typed values only.',
  ),
  firm('schema-check', 'Schema check', 'Output is parsed against a schema; what does not fit is refused.'),
  firm('amount-limit', 'Limit of amount and rate', 'A ceiling per action and per day that no caller can raise.'),
  firm('sandbox', 'Sandbox', 'Code runs without network, without our files, with quotas, and is thrown away.'),
  firm('kill-switch', 'Stop switch', 'Somebody outside can stop it at once.'),
  firm('step-limit', 'Limit of steps and spend', 'A task stops after so many steps or dollars.'),
  firm(
    'sanitise-rendered-output',
    'Clean rendered output',
    'No remote images, links or scripts in what a model wrote.',
  ),
  firm('hold-until-judged', 'Hold until judged', 'Nothing is shown before the verdict.'),
  firm('pass-identity-on', 'Identity passed on', 'The resource checks the rights of the person who asks.'),
  firm('short-lived-credentials', 'Short-lived credentials', 'Credentials of their own that expire within hours.'),
  firm('access-in-query', 'Rights inside the query', 'A search returns only what the asking person may read.'),
  firm('partition-by-owner', 'Partition by owner', 'Each person or tenant has a part that no other can read or write.'),
  firm('approve-writes', 'Approval of writes', 'Nothing is remembered or indexed before somebody allowed it.'),
  firm('source-allow-list', 'Known sources only', 'Only listed sources are read.'),
  firm('pin-versions', 'Pinned versions', 'Model, tool and description are fixed by version or hash.'),
  firm(
    'redact-before-write',
    'Redaction before writing',
    'Personal data and secrets are removed before they are kept.',
  ),
  firm('mask-before-send', 'Masking before sending', 'Personal data are replaced before they leave the house.'),
  firm(
    'data-processing-terms',
    'Data processing terms',
    'A contract: no training on our data, no longer kept than needed.',
  ),
  firm('region-pin', 'Region pinned', 'Processing stays in the stated region, fallback included.'),
  firm('retention-limit', 'Limit of retention', 'Data are deleted after a stated time, by a job.'),
  firm('rate-limit', 'Rate limit per caller', 'A caller above the limit is refused.'),
  firm('spend-limit', 'Limit of spend', 'Calls stop when the budget is used up.'),
  firm('encrypt-in-transit', 'Encryption in transit', 'TLS on the arrow, with the other side checked.'),
  firm('encrypt-at-rest', 'Encryption at rest', 'Stored data are encrypted with keys kept apart.'),
  firm('authenticate-callers', 'Callers authenticated', 'Who is not known is refused.'),
  firm('private-network', 'Private network', 'No way in from the public network.'),
  firm('append-only-log', 'Append-only action log', 'Who did what, with which arguments, in a log nobody can rewrite.'),
  firm('secrets-in-vault', 'Secrets in a vault', 'Secrets are fetched by code when needed and never enter a prompt.'),
  firm('least-privilege', 'Least privilege', 'Only the rights that are used.'),
  firm(
    'delete-copies',
    'Deletion of copies',
    'What is deleted at its source is deleted from indexes, caches, memories and training sets.',
  ),
  firm('mark-made-media', 'Marked media', 'Pictures, voices and videos carry a mark that a machine made them.'),
  firm('ai-notice', 'AI notice', 'People are told, before the first answer, that a machine answers.'),
  firm('narrow-tools', 'Narrow tools', 'A tool takes values of a fixed form, no free command, query or address.'),
  firm('fixed-queries', 'Fixed queries', 'Queries are written by us; what a model gives goes in as values only.'),
  firm('read-only-role', 'Read-only role', 'The identity behind the call can read the listed tables and nothing else.'),
  firm('reviewed-changes', 'Reviewed changes', 'Nothing works before a second person has read and signed it.'),
  firm('package-allow-list', 'Listed packages', 'Only packages of a list of ours, fixed by hash, can be installed.'),
  firm(
    'strip-hidden-content',
    'Hidden content removed',
    'What people do not see in a file is removed before a model reads it.',
  ),
  firm('show-before-send', 'Shown before it is sent', 'Text from a link is shown, and sent by the person alone.'),
  firm(
    'exact-action-shown',
    'Exact action shown',
    'Approvers see what will be executed, made by code; requests lapse.',
  ),
  firm('separate-profile', 'Separate profile', 'The browser knows no password and no session of a person.'),
  firm(
    'read-only-configuration',
    'Configuration out of reach',
    'Instructions, tools and gates are kept where the agent cannot write.',
  ),
  firm('secret-scan', 'Secrets removed', 'Passwords and keys are found by pattern and removed before content is kept.'),
  firm(
    'rights-sync',
    'Rights kept in step',
    'A right that changes at the source changes in the index, and a test proves it.',
  ),
  firm('vectors-kept-inside', 'Vectors kept inside', 'A query returns passages or ids, never the vectors.'),
  firm(
    'supplier-assessment',
    'Supplier assessed',
    'Who runs it, what it keeps and how it changes is known, and somebody allowed it.',
  ),
  firm('cite-or-decline', 'Cited or declined', 'An answer without a source that exists is not given.'),
  firm(
    'retest-after-change',
    'Tested as it runs',
    'A model that was changed waits for the tests that the first one passed.',
  ),
  firm('cap-influence', 'Limited influence', 'What one person adds is kept apart, checked, and limited in its share.'),
  firm('keep-own-output-out', 'Own answers kept out', 'What a model wrote is marked, and left out of what it learns.'),
  firm(
    'approve-promotion',
    'Approved promotion',
    'A model serves nobody before somebody else has allowed that version.',
  ),
  firm(
    'verify-artefacts',
    'Verified artefacts',
    'Models and data from outside are refused without a known hash and a test.',
  ),
  firm('separate-training', 'Training kept apart', 'What trains stands in a network of its own, without a way in.'),
  firm('trim-results', 'Trimmed results', 'Outside callers get the class or the decision, no score and no vector.'),
  firm('send-needed-fields', 'Needed fields only', 'A list of fields says what may be returned; the rest is left out.'),
  firm('segment-agents', 'Agents kept apart', 'A hand-over carries typed values that code has checked, no free text.'),
  firm(
    'trace-to-person',
    'Traced to a person',
    'One id from the request to each effect names the person and the decision.',
  ),
  firm('fallback', 'Fallback', 'When it does not answer, another model, a plain result or a message does.'),
  firm(
    'reviews-by-risk',
    'Reviews by risk',
    'Code sends people the cases that weigh most, and no more than they can read; the others wait.',
  ),
  firm(
    'kept-register',
    'Kept register',
    'Nothing is put to work that the register does not name, with its owner and its purpose.',
  ),
  soft('adversarial-training', 'Trained against tricks', 'The model has seen inputs that were made to fool it.'),
  soft(
    'transcribe-and-filter',
    'Transcribed and filtered',
    'Pictures and sound are turned into text, and a filter reads that text.',
  ),
  soft('code-scan', 'Code scanner', 'A scanner looks for known weaknesses in code and packages.'),
  soft('groundedness-check', 'Groundedness check', 'A model compares the answer with the sources.'),
  soft('trained-people', 'Trained people', 'People have been told what to look for.'),
  soft(
    'injection-filter',
    'Filter for injected instructions',
    'A model or pattern looks for instructions hidden in text.',
  ),
  soft('content-filter', 'Content filter', 'A model or pattern looks for unwanted content.'),
  soft('mark-untrusted-text', 'Marked untrusted text', 'Untrusted text is set apart in the prompt.'),
  soft('model-judge', 'Judged by a model', 'A second model judges what the first one wrote.'),
  soft('anomaly-watch', 'Watch for anomalies', 'Unusual use raises an alarm.'),
]

export function findControl(type: string): CatalogueControl | undefined {
  return controls.find((control) => control.type === type)
}
