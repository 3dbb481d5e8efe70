import { readFileSync, readdirSync } from 'node:fs'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import type { Answer, Design } from '../../design/design.ts'
import { setAnswer } from '../../design/edit/answer.ts'
import { researchRagDesign, supportAgentDesign } from '../../design/testing/fixtures.ts'
import { actAnswer } from '../../governance/ai-act/read-answers.ts'
import { laws } from '../../governance/laws/index.ts'
import type { DocumentFormat } from '../document.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeDocument } from '../writers/index.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)
const documentIds = ['governance', 'control-mapping', 'third-party-register', 'model-inventory', 'ai-bom']
const word = (value: Answer['value']): Answer => ({ value, by: 'L. Legal', date: '2026-11-01', rationale: 'Read' })
const write = async (id: string, design: Design, format: DocumentFormat) =>
  String(await writeDocument(buildDocument(findDocument(id)!, contextFor(design, prices)), format))

/** Without the mark at its start. */
const table = async (id: string, design: Design) => (await write(id, design, 'csv')).replace(/^\uFEFF/u, '')

const confirmed = laws.reduce((design, { id }) => setAnswer(design, `law.${id}`, word(true)), researchRagDesign)
const hiring = [
  ['eu-nexus', true],
  ['ai-system', true],
  ['excluded', 'none'],
  ['role', ['provider', 'deployer']],
  ['prohibited-practice', ['none']],
  ['safety-component', false],
  ['annex-iii', ['4a']],
  ['profiling', true],
  ['narrow-task', 'none'],
  ['interacts', true],
  ['content', ['synthetic']],
] as const
const answered = (design: Design): Design =>
  hiring.reduce((next, [id, value]) => setAnswer(next, actAnswer(id), word(value)), design)

describe('the governance report', () => {
  it('has its chapters and calls itself an indicative assessment', async () => {
    const text = await write('governance', researchRagDesign, 'markdown')
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      'Summary',
      'EU AI Act',
      'Evidence',
      'Frameworks and controls',
      'Data protection impact assessment',
      'Third parties',
      'Models',
      'Production readiness',
      'Accepted',
    ])
    expect(text).toContain('Indicative assessment')
    expect(text).not.toMatch(/\bcompliant\b|\blegal advice\b(?<!no legal advice)/)
  })

  it('prints no legal fact that nobody confirmed, and says that it did not', async () => {
    for (const design of [answered(researchRagDesign), answered(supportAgentDesign), ...templates]) {
      for (const format of ['markdown', 'html'] as const) {
        const text = await write('governance', design, format)
        for (const { says, appliesFrom, provision } of laws) {
          expect(text).not.toContain(says)
          if (appliesFrom !== undefined && !JSON.stringify(design).includes(appliesFrom))
            expect(text, provision).not.toContain(appliesFrom)
        }
        expect(text).toContain('not printed')
      }
    }
  })

  it('prints them with the name and the day of who did', async () => {
    const text = await write('governance', answered(confirmed), 'markdown')
    expect(text).toContain('2027-12-02')
    expect(text).toContain('2026-08-02, applies')
    expect(text).toContain('Design it so that people can oversee, overrule and stop it.')
    expect(text).toContain('confirmed by L. Legal, 2026-11-01')
    expect(text).not.toContain('not printed')
    const one = await write(
      'governance',
      setAnswer(answered(researchRagDesign), 'law.ai-act.transparency', word(true)),
      'markdown',
    )
    expect(one).toContain('Tell people that they deal with AI.')
    expect(one).toContain('## Legal facts and their sources')
    expect(one).not.toContain('Design it so that people can oversee')
  })

  it('says what decides an open tier, and who answered what', async () => {
    const text = await write('governance', researchRagDesign, 'markdown')
    expect(text).toContain('Open: between transparency and prohibited')
    expect(text).toContain('Does it do anything that Art. 5 of the EU AI Act forbids?')
    const done = await write('governance', answered(researchRagDesign), 'markdown')
    expect(done).toContain('High-risk, confirmed by people')
    expect(done).toContain('L. Legal, 2026-11-01')
  })
})

describe('the tables', () => {
  it('hold one row for each control and evidence, service and model', async () => {
    for (const design of [researchRagDesign, supportAgentDesign, ...templates]) {
      const controls = csvParse(await table('control-mapping', design))
      expect(new Set(controls.map((row) => row['Framework'])).size).toBe(8)
      for (const row of controls) expect(['automatic', 'typed', 'missing', '']).toContain(row['Status'])
      const models = csvParse(await table('model-inventory', design))
      expect(models.length).toBeGreaterThan(0)
      for (const row of models) expect(row['Owner']).not.toBe('')
    }
    const register = csvParse(await table('third-party-register', researchRagDesign))
    expect(register.map((row) => row['Provider'])).toContain('OpenAI')
  })
})

describe('what is internal', () => {
  const secret = 'Projekt Nachtigall'
  const hide = (design: Design, id: string): Design => ({
    ...design,
    components: design.components!.map((each) => (each.id === id ? { ...each, name: secret, internal: true } : each)),
  })

  it('leaves in no governance document, nor does its product or owner', async () => {
    const design = hide(researchRagDesign, 'rerank')
    const open = await write('third-party-register', researchRagDesign, 'csv')
    expect(open).toContain('Cohere')
    for (const id of documentIds) {
      for (const format of findDocument(id)!.formats.filter((each) => each !== 'pdf' && each !== 'pptx')) {
        const text = await write(id, design, format)
        expect(text, id).not.toContain(secret)
        expect(text, id).not.toContain('Cohere')
        expect(text, id).not.toContain('cohere')
      }
    }
  })

  it('keeps the AI-BOM valid whichever element is hidden, and whatever it is called', async () => {
    const schema = new Validation.JsonStrictValidator(Spec.Version.v1dot6)
    for (const { id } of supportAgentDesign.components!) {
      const text = await write('ai-bom', hide(supportAgentDesign, id), 'json')
      expect(await schema.validate(text), id).toBeNull()
      expect(text).not.toContain(`"${id}"`)
    }
    const named = (name: string): Design => ({
      ...supportAgentDesign,
      components: supportAgentDesign.components!.map((each, at) =>
        at === 0 ? { ...each, name, internal: true } : each,
      ),
    })
    for (const name of ['components', 'application', 'machine-learning-model', 'bom-ref', 'CycloneDX', 'design'])
      expect(await schema.validate(await write('ai-bom', named(name), 'json')), name).toBeNull()
  })
})
