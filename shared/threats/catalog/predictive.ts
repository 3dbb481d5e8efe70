import type { Component } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { likelihoodOf, untrustedOrigins } from '../../findings/influence.ts'
import { callsOf } from '../../findings/lineage-reading.ts'
import { rate } from '../../findings/rate.ts'
import { atlas, cwe, llm, nistAml, owaspMl } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, askTopic, hasField, standSetting } from '../../findings/standing.ts'
import type { CarriedCall, Origin } from '../../graph/lineage.ts'

interface OutsideCall {
  readonly call: CarriedCall
  readonly origins: readonly Origin[]
}

/** Models that score or classify what people outside send, with the first call that brings it. */
function scoredForOutsiders({ graph, lineage }: RuleContext): readonly (OutsideCall & { model: Component })[] {
  return graph.with('predicts').flatMap((model) => {
    const calls = lineage.into(model.id).map((call) => ({ call, origins: untrustedOrigins(lineage, call.carried) }))
    const [first] = calls.filter(({ origins }) => origins.length > 0)
    return first === undefined ? [] : [{ ...first, model }]
  })
}

const fooledScore = defineRule({
  id: 'ML-01',
  lenses: ['threat'],
  title: 'Somebody can try until the score is right',
  severity: 'medium',
  topic: 'access',
  stride: 'T',
  why: 'Whoever may ask without end finds the input that the model gets wrong: a payment that looks honest, a picture that is not seen. Each answer is a hint.',
  references: [...atlas('T0015', 'T0043'), ...nistAml('NISTAML.022'), ...cwe('CWE-1039'), ...owaspMl('ML01')],
  falsePositive: 'Nobody gains by a wrong result: then say so on the model.',
  verify:
    'Send one input with small changes many times from one account: it must be stopped long before a result turns, and somebody must be told.',
  closedBy: ['rate-limit', 'approve-each-action'],
  softenedBy: [
    {
      control: 'adversarial-training',
      why: 'It holds against the tricks that were in the training; whoever may try on finds one that was not.',
    },
    {
      control: 'anomaly-watch',
      why: 'It sees many tries from one place; tries spread over accounts and days look like ordinary traffic.',
    },
  ],
  looksAt: ({ graph }) => graph.with('predicts').map(({ id }) => id),
  *check(context) {
    const { graph, lineage } = context
    for (const { model, call, origins } of scoredForOutsiders(context)) {
      const decides = known(graph.design.context?.['decisionEffect']) === 'significant'
      const isWorth = graph.settings(model).truth('worthFooling') ?? (decides ? true : undefined)
      if (isWorth === false || isDecidedByPeople(context, call)) continue
      if (isWorth === undefined) {
        if (hasField(context, model, 'worthFooling')) yield askSetting(context, model, 'worthFooling')
        continue
      }
      const limiters = limitersOf(context, call, origins)
      if (limiters.some(({ id }) => graph.settings(id).number('rateLimitPerMinute') !== undefined)) continue
      const [limiter] = limiters.filter((each) => hasField(context, each, 'rateLimitPerMinute'))
      if (!context.complete('access', limiter?.id ?? model.id)) {
        yield limiter === undefined
          ? askTopic(
              context,
              'topic.limits',
              'Is there a limit on how many requests one caller may make?',
              'Platform team',
            )
          : askSetting(context, limiter, 'rateLimitPerMinute')
        continue
      }
      const [worst] = origins
      const isHardened = graph.settings(model).truth('hardened') === true
      yield {
        type: 'found',
        anchors: [model.id],
        elements: [call.caller, call.flow, ...(limiter === undefined ? [] : [limiter.id])],
        path: lineage.pathTo(call, worst?.id ?? ''),
        problem: `${model.name} scores ${worst?.name} as often as somebody asks, and whoever fools it gains by it.`,
        fix: `Limit tries per caller before ${model.name}, and send what is close to the line to a person.`,
        rating: rate(
          [
            ...likelihoodOf(graph, origins, []),
            ...(isHardened
              ? [
                  {
                    steps: -1,
                    why: `${model.name} was trained against tricks, which holds for those it has seen`,
                    softenedBy: model.id,
                  },
                ]
              : []),
          ],
          [{ steps: 3, why: 'a wrong score costs money, access or safety' }],
        ),
        facts: { actor: worst?.name ?? '' },
        remedy: {
          control: 'rate-limit',
          title: `A limit of tries before ${model.name}`,
          at: limiter?.id ?? call.flow,
          strength: 'deterministic',
        },
      }
    }
  },
})

/** What can refuse callers on the way of those who ask, up to the model: a limit beside that way holds nobody back. */
function limitersOf(
  { graph, lineage }: RuleContext,
  call: CarriedCall,
  asking: readonly Origin[],
): readonly Component[] {
  const onTheWay = asking.flatMap(({ id }) => lineage.pathTo(call, id))
  return [...new Set(onTheWay)].flatMap((id) => (graph.has(id, 'limits-rate') ? (graph.component(id) ?? []) : []))
}

/** A person whom the action waits for stands behind the score: fooling the model alone does nothing. */
function isDecidedByPeople(context: RuleContext, { action }: CarriedCall): boolean {
  const { graph } = context
  return callsOf(context, action).some(
    (call) => graph.has(call.callee, 'human-gate') && graph.flow(call.flow)?.mode !== 'async',
  )
}

const copiedModel = defineRule({
  id: 'ML-02',
  lenses: ['threat'],
  title: 'Enough answers are a copy of the model',
  severity: 'medium',
  topic: 'access',
  stride: 'I',
  linddun: ['I'],
  why: 'Raw scores tell how sure a model is, and that tells how it was made: with enough of them somebody rebuilds it, or finds out who was in its training data.',
  references: [
    ...llm('LLM06'),
    ...atlas('T0024.002', 'T0024.000'),
    ...nistAml('NISTAML.031', 'NISTAML.033'),
    ...owaspMl('ML04', 'ML05'),
  ],
  falsePositive: 'The model is public, and was trained on public data.',
  verify: 'Call it as an outsider would and look at the answer: a class or a decision, no probability, no vector.',
  closedBy: ['trim-results', 'rate-limit'],
  looksAt: ({ graph }) => graph.with('predicts').map(({ id }) => id),
  *check(context) {
    const { graph } = context
    for (const { model, call, origins } of scoredForOutsiders(context)) {
      if (!hasField(context, model, 'returnsScores') || limitersOf(context, call, origins).length > 0) continue
      const returnsScores = graph.settings(model).truth('returnsScores')
      if (returnsScores === undefined) yield askSetting(context, model, 'returnsScores')
      if (returnsScores !== true) continue
      yield {
        type: 'found',
        anchors: [model.id],
        elements: [call.caller, call.flow],
        path: context.lineage.pathTo(call, origins[0]?.id ?? ''),
        problem: `${model.name} tells people outside its raw scores, and nothing limits how many they collect.`,
        fix: `Return the decision alone from ${model.name}, round what must be shown, and limit calls per caller.`,
        remedy: {
          control: 'trim-results',
          title: `No raw scores from ${model.name}`,
          at: model.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan to return decisions only',
          patch: { components: { [model.id]: { settings: { returnsScores: false } } } },
        },
      }
    }
  },
})

const stolenFromDevice = defineRule({
  id: 'ML-03',
  lenses: ['threat'],
  title: 'A model on a device can be copied',
  severity: 'low',
  topic: 'access',
  stride: 'I',
  why: 'Who holds the device holds the file. With the file one can look for inputs that fool it in peace, sell it, or read out what it learned.',
  references: [...atlas('T0024.002'), ...nistAml('NISTAML.031'), ...owaspMl('ML05')],
  falsePositive: 'The model is public, or the devices stand behind our own locked doors.',
  verify: 'Take the storage out of one device and try to load the model file elsewhere: it must not open.',
  closedBy: ['encrypt-at-rest'],
  looksAt: (context) => devicesAtWork(context).map(({ id }) => id),
  *check(context) {
    for (const device of devicesAtWork(context)) {
      const standing = standSetting(context, 'access', device, 'modelProtected')
      if (standing === 'unknown') yield askSetting(context, device, 'modelProtected')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [device.id],
        problem: `Whoever holds ${device.name} can copy the model out of it.`,
        fix: `Encrypt the model on ${device.name} with a key of the device, and keep what must stay secret on a server.`,
        remedy: {
          control: 'encrypt-at-rest',
          title: `The model on ${device.name} encrypted`,
          at: device.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan the protection',
          patch: { components: { [device.id]: { settings: { modelProtected: true } } } },
        },
      }
    }
  },
})

function devicesAtWork(context: RuleContext): readonly Component[] {
  const { graph } = context
  return graph.with('predicts').filter((each) => hasField(context, each, 'modelProtected'))
}

export const predictive: readonly Rule[] = [fooledScore, copiedModel, stolenFromDevice]
