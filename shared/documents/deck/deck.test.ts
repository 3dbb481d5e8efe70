import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design, Workload } from '../../design/design.ts'
import { researchRagDesign, supportAgentDesign } from '../../design/testing/fixtures.ts'
import type { DocumentContext } from '../document.ts'
import { buildDocument, findDocument } from '../index.ts'
import type { Slide } from '../outline.ts'
import { governDesign } from '../../govern-design.ts'
import { boardDesign } from '../testing/board-design.ts'
import { contextFor } from '../testing/context-for.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => contextFor(JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design, prices))
const template = (name: string): Design =>
  JSON.parse(readFileSync(`resources/templates/${name}.lintel.json`, 'utf8')) as Design
const rag = contextFor(researchRagDesign, prices)
const agent = contextFor(supportAgentDesign, prices)
const contexts = [rag, agent, ...templates]
const empty: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'Empty' }

const allSlidesOf = (context: DocumentContext): readonly Slide[] =>
  buildDocument(findDocument('deck')!, context).blocks.filter((block): block is Slide => block.type === 'slide')
/** The six that every deck has; what the framing sheet, governance and waivers add has tests of its own. */
const slidesOf = (context: DocumentContext): readonly Slide[] =>
  allSlidesOf(context).filter(
    ({ id, title, footnote }) =>
      !['ai-act', 'readiness', 'options', 'roadmap'].includes(id ?? '') &&
      footnote?.startsWith('From the framing sheet') !== true &&
      !title.includes('been accepted by name'),
  )

/** Cards that can be read on one slide. */
const mostCards = 26

/** The same workload with a rate of 1e9 a day. */
function muchMore(workload: Workload): Workload {
  return 'rate' in workload.arrivals
    ? { ...workload, arrivals: { ...workload.arrivals, rate: 1e9, per: 'day' } }
    : workload
}

describe('the deck', () => {
  it('tells the story in six titles, each a sentence without a full stop', () => {
    for (const context of contexts) {
      const titles = slidesOf(context).map(({ title }) => title)
      expect(titles).toHaveLength(6)
      for (const { title } of allSlidesOf(context)) {
        expect(title).not.toMatch(/\.$/)
        expect(title.length).toBeLessThanOrEqual(170)
        expect(title.split(' ').length).toBeGreaterThan(4)
      }
      expect(titles[0]).toMatch(/^We ask /)
      expect(titles[1]).toMatch(/ (passes|consists of) /)
      expect(titles[2]).toMatch(/costs? .*\$[\d.]+/)
      expect(titles[3]).toMatch(/^In 9[059] of 100 cases .*\d.*(s|ms|min|h)\b/)
      expect(titles[4]).toMatch(/^(The worst|No threat|No rule)/)
      expect(titles[5]).toMatch(/ (is|are) open/)
    }
  })

  it('speaks of the percentile that a requirement asks for, and of a time that can be told from its target', () => {
    const fraud = contextFor(template('real-time-fraud-scoring'), prices)
    const [ask, , , speed] = slidesOf(fraud)
    expect(speed!.title).toMatch(/^In 99 of 100 cases .* within 11\d\sms, inside the 120\sms target but at risk$/)
    expect(JSON.stringify(ask)).toContain('in 99 of 100 cases, target 120')
    expect(JSON.stringify(speed)).not.toContain('p95')
  })

  it('asks for a review, not for approval, of what nobody has stated a load for', () => {
    const { workloads: _, ...design } = template('customer-support-agent')
    const [ask] = slidesOf(contextFor(design, prices))
    expect(ask!.title).toMatch(/^We ask for a review of Customer support agent: .* a load that is only assumed$/)
    expect(JSON.stringify(ask)).toContain('How often')
  })

  it('has words for whoever speaks on each slide: sentences that the slide does not say already', () => {
    for (const context of contexts) {
      for (const id of ['deck', 'engineers-deck', 'review-slides'] as const) {
        for (const block of buildDocument(findDocument(id)!, context).blocks) {
          if (block.type !== 'slide') continue
          const { title, speakerNotes = '', blocks } = block
          expect(speakerNotes, title).toMatch(/^\p{Lu}.*[.?]$/u)
          expect(speakerNotes, title).not.toMatch(/\.\.|undefined|NaN/)
          expect(speakerNotes).not.toContain(title)
          expect(JSON.stringify(blocks)).not.toContain(speakerNotes)
        }
      }
    }
  })

  it('states no time for a design that more is asked of than it can do', () => {
    const busy = readdirSync('resources/templates')
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)
      .map((design) => contextFor({ ...design, workloads: (design.workloads ?? []).map(muchMore) }, prices))
      .filter(({ analysis: { estimate } }) =>
        estimate.actions.some(({ action, unstable }) => action === estimate.mainAction && unstable !== undefined),
      )
    expect(busy.length).toBeGreaterThan(0)
    for (const context of busy) {
      const [ask, , , speed] = slidesOf(context)
      expect(speed!.title).toBe('No time to answer can be stated: the design is unstable at its peak')
      expect(JSON.stringify(ask)).toContain('unstable: ')
    }
  })

  it('states no time where a model is asked in the batch tier', () => {
    const { design } = rag
    const components = (design.components ?? []).map((each) =>
      each.kind === 'llm-api' ? { ...each, settings: { ...each.settings, serviceTier: 'batch' } } : each,
    )
    const [ask, , , speed] = slidesOf(contextFor({ ...design, components }, prices))
    expect(speed!.title).toBe('No time to answer can be stated: a model is asked in the batch tier')
    expect(JSON.stringify(ask)).toContain('within hours: ')
  })

  it('takes its figures from the analysis', () => {
    const [, , cost] = slidesOf(rag)
    const bars = cost!.blocks.find((block) => block.type === 'chart')
    const series = bars?.type === 'chart' ? bars.chart.series : []
    const estimated = series.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)
    expect(Math.abs(estimated - rag.analysis.estimate.totalUsdPerMonth.value)).toBeLessThan(10)
    expect(series.find(({ name }) => name === 'Budget')?.values[1]).toBe(9000)
  })

  const pictureOf = (context: DocumentContext) => {
    const block = slidesOf(context)[1]!.blocks.find(({ type }) => type === 'diagram')
    if (block?.type !== 'diagram') throw new Error('no picture')
    return block
  }

  it('shows every component of a design of usual size, where the architect put it', () => {
    for (const context of templates.filter(({ graph }) => graph.components.length <= mostCards)) {
      const { picture, caption } = pictureOf(context)
      expect(picture.nodes.map(({ id }) => id).toSorted()).toEqual(
        context.design.components!.map(({ id }) => id).toSorted(),
      )
      expect(caption).not.toContain('merged')
      const places = Object.entries(context.design.views?.[0]?.places ?? {})
      const nodes = picture.nodes.filter(({ id }) => places.some(([placed]) => placed === id))
      const [first] = nodes
      for (const node of nodes) {
        const [place, origin] = [node, first!].map(({ id }) => context.design.views![0]!.places![id]!)
        expect([node.x - first!.x, node.y - first!.y]).toEqual([place!.x - origin!.x, place!.y - origin!.y])
      }
    }
  })

  it('merges what the main action does not pass, and says so, where there are too many', () => {
    const extra = Array.from({ length: 24 }, (_, index) => ({
      id: `extra-${index}`,
      name: `Extra ${index}`,
      kind: index % 2 === 0 ? 'tool' : 'object-store',
      ...(index % 3 === 0 ? {} : { in: agent.design.boundaries![0]!.id }),
    }))
    const design: Design = { ...supportAgentDesign, components: [...supportAgentDesign.components!, ...extra] }
    const context = contextFor(design, prices)
    const { picture, caption } = pictureOf(context)
    expect(picture.nodes.length).toBeLessThanOrEqual(mostCards)
    expect(caption).toMatch(/^Architecture\. \d+ of \d+ components are merged into \d+ cards/)
    const main = context.graph.actions.find(({ action }) => action === context.analysis.estimate.mainAction)
    const drawn = new Set(picture.nodes.map(({ id }) => id))
    for (const { component } of Object.values(main!.runs)) expect(drawn).toContain(component)
  })

  it('asks for a review while nothing is connected', () => {
    const titles = slidesOf(contextFor(empty, prices)).map(({ title }) => title)
    expect(titles[0]).toContain('We ask for a review of Empty')
    expect(titles[2]).toContain('cannot be estimated yet')
  })

  it('draws the whole of what makes the worst path bad, also what lies beside it', () => {
    // A design in which no threat is open has no path to draw.
    const attacked = contexts.filter(({ analysis }) =>
      analysis.findings.some(({ status, lenses }) => status === 'open' && lenses.includes('threat')),
    )
    expect(attacked.length).toBeGreaterThan(2)
    for (const context of attacked) {
      const blocks = slidesOf(context)[4]!.blocks
      const drawn = blocks.find((block) => block.type === 'diagram')
      if (drawn?.type !== 'diagram') throw new Error('no picture')
      const worst = context.analysis.findings.find(
        ({ status, lenses, legs }) => status === 'open' && lenses.includes('threat') && (legs ?? []).length > 0,
      )
      const labels = drawn.picture.nodes.flatMap(({ badge }) => badge?.text ?? [])
      if (labels.length > 0) expect(labels.toSorted()).toEqual(worst!.legs!.map(({ label }) => label).toSorted())
      expect(drawn.picture.nodes.some(({ emphasis }) => emphasis === 'path')).toBe(true)
    }
  })

  it('shows options weighed, governance and the way there only where somebody has stated them', () => {
    const start = JSON.parse(readFileSync('resources/templates/analyst-research-rag.lintel.json', 'utf8')) as Design
    const built = JSON.parse(readFileSync('resources/templates/well-built-rag.lintel.json', 'utf8')) as Design
    const titleOf = (context: DocumentContext, id: string): string | undefined =>
      allSlidesOf(context).find((each) => each.id === id)?.title
    for (const id of ['options', 'roadmap', 'ai-act', 'readiness'])
      expect(titleOf(contextFor(start, prices), id)).toBeUndefined()
    const planned: Design = {
      ...boardDesign(start, prices),
      workItems: [{ id: 'w-trial', name: 'Trial', due: '2027-02-01', exitCriteria: ['95 % of 200 cases'] }],
    }
    expect(titleOf(contextFor(planned, prices), 'options')).toMatch(
      /^Which model answers: The model of today comes first with \d\.\d+ of 5, before A dear model with \d/,
    )
    expect(titleOf(contextFor(planned, prices), 'roadmap')).toBe(
      'One piece of work leads there by 2027-02-01; 1 still to do',
    )
    const governed = contextFor(built, prices)
    const { obligations, readiness } = governDesign(governed.graph, governed.analysis, governed.date)
    expect(titleOf(governed, 'ai-act')).toContain(`confirmed by people; ${obligations.length} duties`)
    const asked = readiness.filter(({ state }) => state !== 'notApplicable')
    expect(titleOf(governed, 'readiness')).toContain(
      `${asked.filter(({ state }) => state === 'done').length} of ${asked.length} lines`,
    )
  })
})
