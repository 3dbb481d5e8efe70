/**
 * What SARIF 2.1.0 (OASIS Standard, its schema of errata 01) allows of the part that is written here: names, kinds of
 * values, limits, what is required and what must not repeat. Every object is closed: a name that is not here is either
 * not in the standard or not written.
 */
const text = { type: 'string' }
const index = { type: 'integer', minimum: -1 }
const level = { enum: ['none', 'note', 'warning', 'error'] }
const ref = (name: string) => ({ $ref: `#/definitions/${name}` })
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more })
const distinct = { uniqueItems: true }
const closed = (properties: object, required: readonly string[] = [], more: object = {}) => ({
  type: 'object',
  additionalProperties: false,
  properties: { ...properties, properties: ref('propertyBag') },
  required,
  ...more,
})

export const sarifShape = {
  type: 'object',
  additionalProperties: false,
  properties: { $schema: text, version: { enum: ['2.1.0'] }, runs: list(ref('run')) },
  required: ['version', 'runs'],
  definitions: {
    propertyBag: { type: 'object', properties: { tags: list(text, distinct) } },
    run: closed(
      {
        tool: closed({ driver: ref('toolComponent') }, ['driver']),
        taxonomies: list(ref('toolComponent'), distinct),
        columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
        artifacts: list(closed({ location: ref('artifactLocation') }), distinct),
        invocations: list(ref('invocation')),
        results: list(ref('result')),
      },
      ['tool'],
    ),
    toolComponent: closed(
      {
        name: text,
        version: text,
        semanticVersion: text,
        rules: list(ref('reportingDescriptor'), distinct),
        taxa: list(ref('reportingDescriptor'), distinct),
      },
      ['name'],
    ),
    reportingDescriptorRelationship: closed(
      { target: ref('reportingDescriptorReference'), kinds: list(text, distinct) },
      ['target'],
    ),
    reportingDescriptor: closed(
      {
        id: text,
        name: text,
        shortDescription: ref('multiformatMessageString'),
        fullDescription: ref('multiformatMessageString'),
        help: ref('multiformatMessageString'),
        defaultConfiguration: ref('reportingConfiguration'),
        relationships: list(ref('reportingDescriptorRelationship'), distinct),
      },
      ['id'],
    ),
    multiformatMessageString: closed({ text, markdown: text }, ['text']),
    reportingConfiguration: closed({ enabled: { type: 'boolean' }, level }),
    reportingDescriptorReference: closed({ id: text, index, toolComponent: closed({ name: text, index }) }, [], {
      anyOf: [{ required: ['index'] }, { required: ['id'] }],
    }),
    invocation: closed(
      {
        executionSuccessful: { type: 'boolean' },
        ruleConfigurationOverrides: list(
          closed({ configuration: ref('reportingConfiguration'), descriptor: ref('reportingDescriptorReference') }, [
            'configuration',
            'descriptor',
          ]),
          distinct,
        ),
      },
      ['executionSuccessful'],
    ),
    message: closed({ text, markdown: text, id: text }, [], { anyOf: [{ required: ['text'] }, { required: ['id'] }] }),
    artifactLocation: closed({ uri: text, uriBaseId: text, index }),
    location: closed({
      id: index,
      physicalLocation: closed(
        {
          artifactLocation: ref('artifactLocation'),
          region: closed({ startLine: { type: 'integer', minimum: 1 } }),
        },
        ['artifactLocation'],
      ),
      logicalLocations: list(closed({ name: text, fullyQualifiedName: text }), distinct),
      message: ref('message'),
    }),
    result: closed(
      {
        ruleId: text,
        ruleIndex: index,
        level,
        message: ref('message'),
        locations: list(ref('location')),
        relatedLocations: list(ref('location'), distinct),
        codeFlows: list(
          closed(
            {
              message: ref('message'),
              threadFlows: list(
                closed(
                  {
                    locations: list(closed({ location: ref('location'), executionOrder: index }), { minItems: 1 }),
                  },
                  ['locations'],
                ),
                { minItems: 1 },
              ),
            },
            ['threadFlows'],
          ),
        ),
        partialFingerprints: { type: 'object', additionalProperties: text },
        suppressions: list(
          closed(
            {
              kind: { enum: ['inSource', 'external'] },
              status: { enum: ['accepted', 'underReview', 'rejected'] },
              justification: text,
            },
            ['kind'],
          ),
          distinct,
        ),
      },
      ['message'],
    ),
  },
}
