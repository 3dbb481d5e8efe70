import { describe, expect, it } from 'vitest'
import { arrow, box, draw, graphOf } from './testing/draw.ts'
import type { ActionRuns, ResolvedStep } from './run.ts'

function stepsOf(action: ActionRuns | undefined, key: string): readonly string[] {
  return (action?.runs[key]?.steps ?? []).map(describeStep)
}
function describeStep(step: ResolvedStep): string {
  return step.type === 'call' ? `${step.name} ${step.placed}${step.run === undefined ? ' not called' : ''}` : step.type
}
const user = box('user', 'actor')

describe('actions', () => {
  it('are the arrows out of actors when nobody states any', () => {
    const graph = graphOf(draw([user, box('app', 'service')], [arrow('user>app as ask'), arrow('user>app as rate')]))
    expect(graph.actions.map((action) => [action.action, action.derived])).toEqual([
      ['ask', true],
      ['rate', true],
    ])
  })
  it('are the components that nobody calls when there is no actor', () => {
    const graph = graphOf(draw([box('job', 'service'), box('db', 'store'), box('alone', 'service')], [arrow('job>db')]))
    expect(graph.actions.map((action) => action.action)).toEqual(['job'])
  })
  it('start at a component when they say so', () => {
    const design = draw([box('job', 'service'), box('db', 'store')], [arrow('job>db')], {
      actions: [
        { id: 'load', name: 'Load', starts: 'job' },
        { id: 'gone', name: 'Gone', starts: 'nothing' },
      ],
    })
    expect(graphOf(design).actions).toMatchObject([
      { action: 'load', derived: false, start: { run: 'job|default|start' } },
    ])
  })
})

describe('plans', () => {
  const app = (plans: NonNullable<ReturnType<typeof box>['plans']>) => box('app', 'service', { plans })
  const flows = [
    arrow('user>app as ask'),
    arrow('user>app as rate'),
    arrow('app>llm'),
    arrow('app>db'),
    arrow('app>log'),
  ]
  const others = [user, box('llm', 'model'), box('db', 'store'), box('log', 'store')]

  it('are chosen by incoming arrow, else action, else the one without `on`', () => {
    const design = draw(
      [...others, app([{ on: ['ask'], steps: [{ call: 'app-llm' }] }, { steps: [{ call: 'app-db' }] }])],
      flows,
    )
    const [ask, rate] = graphOf(design).actions
    expect(stepsOf(ask, 'app|ask|ask')).toEqual(['app-llm stated', 'app-log appended'])
    expect(stepsOf(rate, 'app|others|rate')).toEqual(['app-db stated', 'app-log appended'])
  })
  it('append arrows that no plan mentions, in order of place', () => {
    const design = draw([...others, app([{ steps: [] }])], flows)
    expect(stepsOf(graphOf(design).actions[0], 'app|others|ask')).toEqual([
      'app-db appended',
      'app-log appended',
      'app-llm appended',
    ])
  })
  it('default to each arrow once in order of place, ties by id', () => {
    const design = draw([...others, box('app', 'service')], flows)
    const graph = graphOf(design)
    expect(stepsOf(graph.actions[0], 'app|default|ask')).toEqual([
      'app-db default',
      'app-log default',
      'app-llm default',
    ])
    expect(graph.actions[0]?.runs['app|default|ask']?.defaultPlan).toBe(true)
  })
  it('never call what is offline', () => {
    const design = draw(
      [user, box('app', 'service'), box('db', 'store')],
      [arrow('user>app'), arrow('app>db', { mode: 'offline' })],
    )
    expect(stepsOf(graphOf(design).actions[0], 'app|default|user-app')).toEqual([])
  })
  it('fill in equal shares of the rest, and name second uses', () => {
    const plan = {
      steps: [
        { choose: [{ call: 'app-llm', share: 0.5 }, { call: 'app-db' }, { call: 'app-log' }] },
        { call: 'app-llm' },
      ],
    }
    const run = graphOf(draw([...others, app([plan])], flows)).actions[0]?.runs['app|others|ask']
    const [choice, second] = run?.steps ?? []
    expect(choice?.type === 'choose' && choice.choices.map((way) => way.share)).toEqual([0.5, 0.25, 0.25])
    expect(second?.name).toBe('app-llm#2')
  })
})

describe('calls to a component at work', () => {
  const parts = [user, box('app', 'service'), box('llm', 'model')]
  it('are drawn answers when only a default makes them', () => {
    const action = graphOf(draw(parts, [arrow('user>app'), arrow('app>llm'), arrow('llm>app as back')])).actions[0]
    expect(action?.drawnAnswers).toEqual(['back'])
    expect(stepsOf(action, 'llm|default|app-llm')).toEqual(['back default not called'])
  })
  it('are drawn answers to the actor, too', () => {
    const action = graphOf(draw(parts, [arrow('user>app'), arrow('app>user as answer')])).actions[0]
    expect(action?.drawnAnswers).toEqual(['answer'])
  })
  it('are refused when a plan states them', () => {
    const llm = box('llm', 'model', { plans: [{ steps: [{ call: 'back' }] }] })
    const action = graphOf(
      draw([user, box('app', 'service'), llm], [arrow('user>app'), arrow('app>llm'), arrow('llm>app as back')]),
    ).actions[0]
    expect(action?.refused).toEqual([{ flow: 'back', cycle: ['app', 'llm', 'app'] }])
  })
  it('are call-backs when stated asynchronous, with a plan only if one names the arrow', () => {
    const flows = [
      arrow('user>app'),
      arrow('app>desk'),
      arrow('desk>app as corrected', { mode: 'async' }),
      arrow('app>db'),
      arrow('app>ocr'),
    ]
    const others = [user, box('desk', 'person'), box('db', 'store'), box('ocr', 'service')]
    const silent = graphOf(draw([...others, box('app', 'service')], flows)).actions[0]
    expect(silent?.runs['app|silent|corrected']?.steps).toEqual([])
    const plans = [
      { steps: [{ call: 'app-ocr' }, { call: 'app-desk' }, { call: 'app-db' }] },
      { on: ['corrected'], steps: [{ call: 'app-db' }] },
    ]
    const stated = graphOf(draw([...others, box('app', 'service', { plans })], flows)).actions[0]
    expect(stepsOf(stated, 'app|corrected|corrected')).toEqual(['app-db stated'])
  })
})

it('merges runs by component, plan and arrow', () => {
  const graph = graphOf(
    draw(
      [user, box('a', 'service'), box('b', 'service'), box('c', 'service'), box('db', 'store')],
      [arrow('user>a'), arrow('a>b'), arrow('a>c'), arrow('b>db'), arrow('c>db')],
    ),
  )
  expect(Object.keys(graph.actions[0]?.runs ?? {})).toEqual([
    'a|default|user-a',
    'b|default|a-b',
    'c|default|a-c',
    'db|default|b-db',
    'db|default|c-db',
  ])
})

it('stops following calls inside calls where nobody draws so deep', () => {
  const boxes = Array.from({ length: 400 }, (_, index) => box(`c${index}`, 'service'))
  const flows = boxes.slice(1).map((to, index) => arrow(`c${index}>${to.id} as f${index}`))
  const action = graphOf(draw([user, ...boxes], [arrow('user>c0'), ...flows])).actions[0]
  expect(Object.keys(action?.runs ?? {}).length).toBeLessThan(300)
  expect(action?.refused).toHaveLength(1)
})
