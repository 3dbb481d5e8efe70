import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Hands, pointOf } from './pages/hands.ts'
import { Workbench } from './pages/workbench.ts'

/** So much a room watches before it talks of something else. */
const mostActions = 90

// Seventy gestures, each waited for: on a machine that does other work beside, more than the usual minute.
test.setTimeout(150_000)

const cards = (page: Page): Locator => page.locator('.react-flow__node-component')
const card = (page: Page, name: string): Locator => page.getByRole('group', { name: new RegExp(`^${name}, `) })
const boundaries = (page: Page): Locator => page.locator('.react-flow__node-boundary')
const arrows = (page: Page): Locator => page.locator('.react-flow__edge')

/** What the room has in the end, read off the panels that it looks at. */
async function isCredible(workbench: Workbench, hands: Hands): Promise<void> {
  const { page, panels, status } = workbench
  await expect(cards(page)).toHaveCount(12)
  await expect(boundaries(page)).toHaveCount(3)
  for (const name of ['User', 'Client']) {
    await expect(card(page, name)).toHaveAttribute('aria-label', /in Office/)
  }
  for (const name of ['LLM API', 'Embedding model', 'Reranker']) {
    await expect(card(page, name)).toHaveAttribute('aria-label', /in Model vendors/)
  }
  await expect(card(page, 'Orchestrator')).toHaveAttribute('aria-label', /in Our cloud/)
  await expect(arrows(page)).toHaveCount(12)
  expect(hands.actions).toBeLessThanOrEqual(mostActions)

  await expect(status).toHaveAttribute('data-pending', 'false')
  await expect((await workbench.open('Workloads')).getByRole('textbox', { name: 'Workload' })).toHaveCount(1)
  await expect((await workbench.open('Data')).getByRole('textbox', { name: 'Name' })).toHaveCount(2)
  await expect((await workbench.open('Requirements')).locator('[data-requirement]')).toHaveCount(3)
  // "At least" stands before a sum that leaves a line out.
  await expect(workbench.headline('technology').locator('.status-value')).toHaveText(/^\$\d/)
  await expect(workbench.headline('answer').locator('.status-value')).toContainText(/\d/)
  const findings = Number(
    /\d+/.exec((await panels.getByRole('tab', { name: 'Findings' }).textContent()) ?? '')?.[0] ?? 0,
  )
  expect(findings).toBeLessThanOrEqual(5)
  await workbench.open('Estimate')
  await expect(panels.getByText('price unknown')).toHaveCount(0)
}

test('a blank page becomes a credible RAG by keyboard alone', async ({ studio: { page } }) => {
  const hands = new Hands(page)
  const add = async (words: string, keys = 'Enter'): Promise<void> => {
    const before = await cards(page).count()
    await hands.type(words)
    await hands.press(keys)
    await expect(cards(page)).toHaveCount(before + 1)
  }
  const addNext = async (words: string): Promise<void> => {
    await hands.press('/')
    await add(words)
  }
  const run = async (words: string): Promise<void> => {
    const palette = page.getByPlaceholder('Search the design, or run a command')
    await hands.press('Control+k')
    await expect(palette).toBeFocused()
    await hands.type(words)
    await hands.press('Enter')
    await expect(palette).toHaveCount(0)
  }
  const name = async (words: string): Promise<void> => {
    await hands.type(words)
    await hands.press('Enter')
  }

  await hands.press('Control+n')
  await expect(page.getByText('Drag a component here')).toBeVisible()
  await addNext('user')
  await addNext('web app')
  await addNext('api gateway')
  await addNext('orchestrator')
  // What it calls: one after another, without going back.
  await hands.press('Control+ArrowRight')
  await add('guardrail', 'Shift+Enter')
  await add('text-embedding-3-small', 'Shift+Enter')
  await add('weaviate', 'Shift+Enter')
  await add('gpt-4.1', 'Shift+Enter')
  await add('langfuse', 'Shift+Enter')
  await add('cohere rerank')
  await expect(card(page, 'Reranker')).toBeFocused()
  // The last three below one another are the vendors'.
  await hands.press('Shift+Tab')
  await hands.press('Shift+Enter')
  await hands.press('Shift+Tab')
  await hands.press('Shift+Enter')
  await hands.press('Control+g')
  await name('Model vendors')
  await expect(boundaries(page)).toHaveCount(1)

  await hands.press('Escape')
  await addNext('sharepoint')
  await addNext('ingestion')
  await hands.press('/')
  await hands.type('weav')
  await hands.press('Shift+Enter')
  await hands.type('embed')
  await hands.press('Enter')
  await expect(arrows(page)).toHaveCount(12)

  await run('user')
  await expect(card(page, 'User')).toBeFocused()
  await hands.press('Tab')
  await hands.press('Shift+Enter')
  await hands.press('Control+g')
  await name('Office')
  await run('no boundary')
  await hands.press('Control+g')
  await name('Our cloud')
  await hands.press('Control+Shift+l')

  await run('workload')
  await name('Questions a day')
  await run('data asset')
  await name('Documents')
  await run('data asset')
  await name('Questions')
  await run('requirement')
  await name('2500')
  await run('requirement')
  await run('requirement')
  await isCredible(new Workbench(page), hands)
})

test('a blank page becomes a credible RAG by mouse alone', async ({ studio: { page } }) => {
  const hands = new Hands(page)
  const workbench = new Workbench(page)
  const listed = page.getByRole('dialog', { name: 'Add a component' })
  const pick = async (words: string): Promise<void> => {
    const before = await cards(page).count()
    await hands.type(words)
    await hands.click(listed.getByRole('option').first())
    await expect(cards(page)).toHaveCount(before + 1)
  }
  /** The plus that shows where the pointer comes to the border of a card. */
  const addAfter = async (from: string, words: string): Promise<void> => {
    await card(page, from).hover()
    const plus = page.getByRole('button', { name: `Add on the right of ${from}` })
    await plus.hover()
    await hands.click(plus)
    await pick(words)
  }
  const connect = async (from: string, to: string): Promise<void> => {
    const out = await pointOf(card(page, from), 1)
    await hands.drag({ x: out.x + 3, y: out.y }, await pointOf(card(page, to)))
  }
  const emptyGround = () => pointOf(page.locator('.react-flow__pane'), 0.05, 0.05)
  const choose = async (label: string): Promise<void> => hands.click(page.getByRole('menuitem', { name: label }))
  const group = async (on: Locator, words: string): Promise<void> => {
    const before = await boundaries(page).count()
    await hands.clickAt(await pointOf(on), 'right')
    await choose('Boundary around the selection')
    await expect(page.getByRole('textbox', { name: 'Name', exact: true }).first()).toBeFocused()
    await hands.type(words)
    await hands.clickAt(await emptyGround())
    await expect(boundaries(page)).toHaveCount(before + 1)
  }

  await hands.click(page.getByRole('button', { name: 'New design' }).first())
  await hands.click(page.getByRole('button', { name: 'Add User' }))
  await addAfter('User', 'web app')
  await addAfter('Client', 'api gateway')
  await addAfter('API gateway', 'orchestrator')
  await addAfter('Orchestrator', 'guardrail')
  await addAfter('Orchestrator', 'text-embedding-3-small')
  await addAfter('Orchestrator', 'weaviate')
  await addAfter('Orchestrator', 'gpt-4.1')
  await addAfter('Orchestrator', 'langfuse')
  await addAfter('Orchestrator', 'cohere rerank')

  const corner = await pointOf(card(page, 'Embedding model'), -0.04, -0.1)
  await hands.drag(corner, await pointOf(card(page, 'Reranker'), 0.5, 1.1))
  await group(card(page, 'LLM API'), 'Model vendors')

  await hands.doubleClickAt(await pointOf(card(page, 'API gateway'), 0, 2.5))
  await pick('sharepoint')
  await addAfter('Document store', 'ingestion')
  await connect('Ingestion', 'Vector store')
  await connect('Ingestion', 'Embedding model')
  await expect(arrows(page)).toHaveCount(12)

  await hands.drag(await pointOf(card(page, 'User'), -0.04, -0.1), await pointOf(card(page, 'Client'), 0.5, 1.1))
  await group(card(page, 'User'), 'Office')
  await hands.clickAt(await emptyGround(), 'right')
  await choose('Select what is in no boundary')
  await group(card(page, 'API gateway'), 'Our cloud')
  await hands.clickAt(await emptyGround(), 'right')
  await choose('Tidy the layout')

  await hands.click(workbench.panels.getByRole('tab', { name: 'Workloads' }))
  await hands.click(workbench.panels.getByRole('button', { name: 'State the workload' }))
  await hands.click(workbench.panels.getByRole('tab', { name: 'Data', exact: true }))
  for (const words of ['Documents', 'Questions']) {
    await hands.click(workbench.panels.getByRole('button', { name: 'New data asset' }))
    await hands.type(words)
  }
  await hands.click(workbench.panels.getByRole('tab', { name: 'Requirements' }))
  for (let count = 1; count <= 3; count += 1) {
    await hands.click(workbench.panels.getByRole('button', { name: 'New requirement' }))
    await expect(workbench.panels.locator('[data-requirement]')).toHaveCount(count)
  }
  await isCredible(workbench, hands)
})
