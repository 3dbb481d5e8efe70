import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const research = 'Analyst research assistant'

test('a blank design says nothing it does not know', async ({ studio }) => {
  const workbench = await Workbench.blank(studio.page)
  for (const id of ['first', 'answer', 'technology', 'people', 'availability'] as const) {
    await expect(workbench.headline(id)).toContainText('–')
    await expect(workbench.headline(id)).not.toContainText('$')
  }
  await expect(workbench.headline('questions')).toContainText('0')
  for (const panel of [
    'Findings',
    'Threats',
    'Estimate',
    'Requirements',
    'Decisions',
    'Questions',
    'Assumptions',
    'Workloads',
    'Data',
  ]) {
    const content = await workbench.open(panel)
    await expect(content.locator('.ui-empty')).toBeVisible()
  }
})

test('a component is found by a keyword and added with its default estimate', async ({ studio }) => {
  const workbench = await Workbench.blank(studio.page)
  const search = workbench.palette.getByRole('searchbox', { name: 'Find a component' })
  await search.fill('vector')
  await search.press('Enter')
  await expect(workbench.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Vector store')
  await expect(workbench.inspector.locator('.field-source').first()).toBeVisible()
  await expect(workbench.panels.getByRole('tab', { name: 'Findings' })).not.toContainText(/\d/)
})

test('a product is found by what people call it and drawn as what it is, and families close', async ({ studio }) => {
  const workbench = await Workbench.blank(studio.page)
  const search = workbench.palette.getByRole('searchbox', { name: 'Find a component' })
  await search.fill('postgres vector')
  await search.press('Enter')
  await expect(workbench.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Vector store')
  await expect(workbench.inspector.getByRole('combobox', { name: 'Product' })).toHaveText(/pgvector on Postgres/)
  const family = workbench.palette.getByRole('button', { name: /^Models/ })
  const model = workbench.palette.getByRole('button', { name: 'Add LLM API' })
  await family.click()
  await expect(model).toHaveCount(0)
  await family.focus()
  await family.press('ArrowRight')
  await expect(model).toBeVisible()
  await workbench.palette.getByRole('button', { name: 'Add Embedding model' }).focus()
  await studio.page.keyboard.press('ArrowLeft')
  await expect(model).toHaveCount(0)
  await expect(family).toBeFocused()
})

test('at most seven fields show at first sight, the rest under More', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  await workbench.select('Answer model')
  const settings = workbench.inspector.locator('.ui-group').filter({ hasText: 'Settings' }).first()
  expect(await settings.locator('[data-field]').count()).toBeLessThanOrEqual(7)
  await settings.getByRole('button', { name: /^More/ }).click()
  expect(await settings.locator('[data-field]').count()).toBeGreaterThan(7)
})

test('a number is stated, moves the headline, and one undo takes it back', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  const before = await workbench.headline('answer').locator('.status-value').textContent()
  await workbench.select('Answer model')
  const field = workbench.field('Output speed')
  await field.fill('20')
  await field.press('Enter')
  await expect(workbench.headline('answer').locator('.status-value')).not.toHaveText(before ?? '')
  await expect(workbench.headline('answer').locator('.status-move')).toContainText('+')
  await workbench.undo()
  await expect(workbench.headline('answer').locator('.status-value')).toHaveText(before ?? '')
  await expect(field).toHaveValue('')
})

test('a fact is yes, no or not known; not known says who would know', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  await workbench.select('Answer model')
  const fact = workbench.inspector.getByRole('radiogroup', { name: 'Version pinned' })
  await expect(fact.getByRole('radio', { name: 'Yes' })).toBeChecked()
  await fact.getByRole('radio', { name: 'Not known' }).click()
  await expect(workbench.inspector.locator('[data-field="Version pinned"]')).toContainText('Not known. Ask')
  await fact.getByRole('radio', { name: 'Not known' }).click()
  await expect(fact.getByRole('radio', { checked: true })).toHaveCount(0)
})

test('several components or arrows are edited alike, and what differs reads mixed', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  await workbench.select('Answer model')
  await studio.page
    .locator('.react-flow__node')
    .filter({ hasText: 'Judge model' })
    .first()
    .click({ modifiers: ['Shift'] })
  await expect(workbench.inspector).toContainText('2 selected')
  const owner = workbench.field('Owner')
  await expect(owner).toHaveAttribute('placeholder', 'mixed')
  await owner.fill('Platform team')
  await owner.press('Enter')
  await workbench.select('Embedding')
  await workbench.select('Judge model')
  await workbench.inspector.getByText('Notes', { exact: true }).first().scrollIntoViewIfNeeded()
  await expect(workbench.field('Owner')).toHaveValue('Platform team')

  const [first, second] = await bareArrowPoints(studio.page)
  if (first === undefined || second === undefined) throw new Error('Two arrows that the pointer meets')
  await studio.page.mouse.click(first.x, first.y)
  await studio.page.keyboard.down('Shift')
  await studio.page.mouse.click(second.x, second.y)
  await studio.page.keyboard.up('Shift')
  await expect(workbench.inspector).toContainText('2 selected')
  await expect(workbench.inspector).toContainText('All arrows')
  const timeout = workbench.inspector.locator('[data-field="Gives up after"] input')
  await timeout.fill('4321')
  await timeout.press('Enter')
  const alike = () =>
    studio.page.evaluate(() => document.querySelector<HTMLInputElement>('[data-field="Gives up after"] input')?.value)
  for (const point of [first, second]) {
    await studio.page.keyboard.press('Escape')
    await studio.page.mouse.click(point.x, point.y)
    await expect(workbench.inspector.getByRole('textbox', { name: 'Name', exact: true })).toBeVisible()
    await expect.poll(alike).toMatch(/^4.?321$/u)
  }
  await studio.page.getByRole('button', { name: /^Undo: Change gives up after of all/u }).click()
  await expect.poll(alike).not.toMatch(/^4.?321$/u)
})

/** Points on arrows that nothing lies over. */
function bareArrowPoints(page: Page) {
  return page.locator('path.arrow-reach').evaluateAll((all) =>
    all.flatMap((path) => {
      if (!(path instanceof SVGPathElement)) return []
      const matrix = path.getScreenCTM()
      for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
        const point = path.getPointAtLength(path.getTotalLength() * share).matrixTransform(matrix ?? undefined)
        if (document.elementFromPoint(point.x, point.y) === path) return [{ x: point.x, y: point.y }]
      }
      return []
    }),
  )
}
