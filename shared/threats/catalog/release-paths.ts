import type { Component, Id } from '../../design/design.ts'
import { rate } from '../../findings/rate.ts'
import { isUnknown } from '../../design/value.ts'
import { asi, atlas, llm, nistAml, owaspMl } from '../../findings/refer.ts'
import { type Asked, defineRule, type Found, type Outcome, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, askTopic, hasField } from '../../findings/standing.ts'
import { listWords } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import { type Path, shortestPath } from '../../graph/paths.ts'
import { minimumVertexCut } from '../../graph/vertex-cut.ts'

/** Whether a box on a way lets only what was checked pass: yes, no, or nobody said; undefined where it checks nothing. */
type Check = 'yes' | 'no' | 'unstated' | undefined
/** How a box is asked whether it checks. */
interface Checkpoint {
  readonly fields: readonly string[]
  readonly check: (component: Component) => Check
}

/** A checkpoint that says so in one of these settings, or is a gate of which nothing has to be said. */
function checkpoint(context: RuleContext, fields: readonly string[], isGate: (each: Component) => boolean): Checkpoint {
  const { graph } = context
  const check = (component: Component): Check => {
    if (isGate(component)) return 'yes'
    const own = fields.filter((field) => hasField(context, component, field))
    const said = own.map((field) => graph.settings(component).truth(field))
    if (own.length === 0) return undefined
    if (said.includes(true)) return 'yes'
    return said.includes(undefined) ? 'unstated' : 'no'
  }
  return { fields, check }
}

/** A way past every checkpoint that holds: proven, only possible while somebody has not answered, or none. */
interface Way {
  readonly path: Path
  /** Boxes on it of which nobody said whether they check. */
  readonly unstated: readonly Component[]
  /** Boxes on it that could check and do not. */
  readonly lacking: readonly Component[]
}

function wayPast(graph: Graph, from: Id, to: Id, { check }: Checkpoint): Way | undefined {
  const checkOf = (id: Id): Check => {
    const component = graph.component(id)
    return component === undefined ? undefined : check(component)
  }
  if (checkOf(to) === 'yes') return undefined
  const avoiding = (checks: readonly Check[]): Path | undefined =>
    shortestPath(graph, from, to, { along: 'goods', unless: (id) => checks.includes(checkOf(id)) })
  const path = avoiding(['yes', 'unstated']) ?? avoiding(['yes'])
  if (path === undefined) return undefined
  const boxes = path.slice(1).flatMap((id) => graph.component(id) ?? [])
  return {
    path,
    unstated: boxes.filter((each) => check(each) === 'unstated'),
    lacking: boxes.filter((each) => check(each) === 'no'),
  }
}

/** The cheapest place to stop all ways: the box that stands on every one of them, else the last arrow. */
function cutOf(graph: Graph, path: Path): Id {
  const [source = '', sink = ''] = [path[0], path.at(-1)]
  const [only, ...others] = minimumVertexCut(graph, source, sink, { along: 'goods' }) ?? []
  return only !== undefined && others.length === 0 ? only : (path.at(-2) ?? sink)
}

/** Models that answer requests. */
function servingModels({ graph, lineage }: RuleContext): readonly Component[] {
  return graph.components.filter(
    (each) => (graph.has(each, 'predicts') || graph.has(each, 'generates-text')) && lineage.into(each.id).length > 0,
  )
}

const unapprovedModel = defineRule({
  id: 'TRN-03',
  lenses: ['threat'],
  title: 'A new model goes live unapproved',
  severity: 'medium',
  topic: 'supply-chain',
  stride: 'T',
  why: 'Whoever can start a training, or write one file, then decides what production answers. A gate that somebody else holds makes it two.',
  references: [...llm('LLM05'), ...atlas('T0018'), ...owaspMl('ML10')],
  falsePositive: 'Approval is given in another system that holds the release back: then say so on the registry.',
  verify: 'Register a harmless marked model without approval and see that production keeps answering with the old one.',
  closedBy: ['approve-promotion', 'reviewed-changes'],
  looksAt: (context) => servingModels(context).map(({ id }) => id),
  *check(context) {
    const { graph } = context
    const isGate = (each: Component): boolean =>
      graph.has(each, 'deterministic-gate') || graph.settings(each).truth('gatesRelease') === true
    const approval = checkpoint(context, ['approvesPromotion'], isGate)
    for (const model of servingModels(context)) {
      for (const training of graph.with('trains')) {
        const way = wayPast(graph, training.id, model.id, approval)
        // A test whose result stops nothing is the line of another rule.
        if (way === undefined || hasIdleTest(graph, way.path)) continue
        yield* judge(context, way, model, {
          ask: () =>
            askTopic(
              context,
              'topic.release',
              'Do changes of models and prompts have versions, tests and a way back before they go live?',
              'Engineering',
              model.id,
            ),
          fields: approval.fields,
          found: (gap) => ({
            type: 'found',
            anchors: [training.id, model.id],
            path: way.path,
            problem: `What ${training.name} makes reaches ${model.name}${gap === undefined ? '' : ` through ${gap.name}`}, and nobody has to allow it.`,
            fix: `Let ${gap?.name ?? 'a registry'} hand a model to ${model.name} only after tests have passed and a second person has said yes.`,
            remedy: {
              control: 'approve-promotion',
              title: `An approval before ${model.name}`,
              at: cutOf(graph, way.path),
              strength: 'deterministic',
            },
            ...(gap === undefined ? {} : { quickFix: plan(gap, 'approvesPromotion', 'Plan the approval') }),
          }),
        })
      }
    }
  },
})

function hasIdleTest(graph: Graph, path: Path): boolean {
  return path.some((id) => graph.component(id) !== undefined && graph.settings(id).truth('gatesRelease') === false)
}

const unverifiedSupply = defineRule({
  id: 'P-14',
  lenses: ['threat'],
  title: 'What outsiders made goes live unverified',
  severity: 'medium',
  topic: 'supply-chain',
  stride: 'T',
  why: 'A model or a data set of others can hold code, a planted answer or a copied name. A signature proves whose it is, a test what it does; the way into production needs both.',
  references: [
    ...llm('LLM04'),
    ...asi('ASI04'),
    ...atlas('T0010.002', 'T0010.003'),
    ...nistAml('NISTAML.051'),
    ...owaspMl('ML06'),
  ],
  falsePositive: 'The supplier is bound by contract to sign and test, and somebody of ours sees the proof.',
  verify:
    'Offer a copy with one changed byte and a copy with a wrong answer planted: the first must be refused by its signature, the second by the tests.',
  closedBy: ['verify-artefacts'],
  softenedBy: [
    {
      control: 'anomaly-watch',
      why: 'A planted answer waits for its sign; until somebody shows it, there is nothing unusual to see.',
    },
  ],
  looksAt: (context) => servingModels(context).map(({ id }) => id),
  *check(context) {
    const { graph } = context
    const signature = checkpoint(context, ['signed', 'scanned'], () => false)
    const tests = checkpoint(context, ['gatesRelease'], (each) => graph.has(each, 'deterministic-gate'))
    // What a vendor serves it also makes: there is nothing of it that we could check.
    for (const model of servingModels(context).filter((each) => !graph.has(each, 'vendor-hosted'))) {
      for (const supplier of suppliers(graph, model)) {
        for (const [checks, missing] of [
          [signature, 'a checked signature'],
          [tests, 'a test that can refuse it'],
        ] as const) {
          const way = wayPast(graph, supplier.id, model.id, checks)
          const goods = way === undefined ? [] : goodsOn(graph, way.path)
          if (way === undefined || goods.length === 0) continue
          yield* judge(context, way, model, {
            ask: () =>
              askTopic(
                context,
                'topic.artefacts',
                'Is each model and data set of others checked by signature and by tests before it goes live?',
                'Security',
                model.id,
              ),
            fields: checks.fields,
            found: (gap) => ({
              type: 'found',
              anchors: [supplier.id, model.id],
              path: way.path,
              problem: `${listWords(goods)} of ${supplier.name} ${goods.length === 1 ? 'comes' : 'come'} to ${model.name} without ${missing}.`,
              fix: `Refuse what has no known hash or signature, and test it before ${model.name} serves it, on every way from ${supplier.name}.`,
              rating: rate(
                [{ steps: 3, why: 'somebody else makes it' }],
                [{ steps: 4, why: 'it answers in production' }],
              ),
              remedy: {
                control: 'verify-artefacts',
                title: `Verify what comes from ${supplier.name}`,
                at: cutOf(graph, way.path),
                strength: 'deterministic',
              },
              cause: `supply ${supplier.id} ${model.id}`,
              ...(gap === undefined
                ? {}
                : {
                    quickFix: plan(
                      gap,
                      checks.fields.find((field) => hasField(context, gap, field)) ?? '',
                      'Plan the check',
                    ),
                  }),
            }),
          })
        }
      }
    }
  },
})

/** Who stands in another organisation than the model. */
function suppliers(graph: Graph, model: Component): readonly Component[] {
  const ours = graph.facets(model.id).organisation.value
  return graph.components.filter(({ id }) => {
    const theirs = graph.facets(id).organisation.value
    return ours !== undefined && theirs !== undefined && theirs !== ours
  })
}

/** What is handed over by the first arrow of a way, by name. */
function goodsOn(graph: Graph, [, arrow = '']: Path): readonly string[] {
  const flow = graph.flow(arrow)
  return flow === undefined ? [] : graph.requestData(flow).map(({ name }) => name)
}

interface Judgement {
  readonly fields: readonly string[]
  readonly ask: () => Asked
  /** @param gap the box on the way that could check and does not */
  readonly found: (gap: Component | undefined) => Found
}

/** A way that a stated fact opens is found; one that an answer could close is asked; so is one without any checkpoint. */
function* judge(
  context: RuleContext,
  way: Way,
  model: Component,
  { ask, fields, found }: Judgement,
): Iterable<Outcome> {
  const isComplete = context.complete('supply-chain', model.id)
  const open = way.unstated.map((box) => ({ box, field: ownField(context, box, fields) }))
  const [asked] = open.filter(({ box, field }) => !isComplete || isUnknown(context.graph.stated(box, field)))
  if (asked !== undefined) yield askSetting(context, asked.box, asked.field)
  else if (way.lacking.length > 0 || isComplete) yield found([...way.lacking, ...way.unstated][0])
  else yield ask()
}

/** The first of these fields that the kind of this box has. */
function ownField(context: RuleContext, box: Component, fields: readonly string[]): string {
  return fields.find((field) => hasField(context, box, field)) ?? ''
}

function plan(box: Component, field: string, label: string): NonNullable<Found['quickFix']> {
  return { label, patch: { components: { [box.id]: { settings: { [field]: true } } } } }
}

export const releasePaths: readonly Rule[] = [unapprovedModel, unverifiedSupply]
