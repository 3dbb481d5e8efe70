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

test('every cost line opens to its formula and the inputs behind it', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  const estimate = await workbench.openEstimate('Cost')
  const line = estimate.locator('[data-line]').first()
  await line.locator('.disclosure').click()
  const shown = (await line.locator('td.number').first().textContent()) ?? ''
  const formula = estimate.locator('.formula-text')
  await expect(formula).toContainText('×')
  await expect(formula.locator('strong')).toHaveText(shown.replace('≥', '').trim())
  await expect(estimate.locator('.panel-table-inner tbody tr').first()).toBeVisible()
})

test('a finding is accepted with a reason, a name and a day, and opens again', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  const findings = await workbench.open('Findings')
  const first = findings.locator('.finding').first()
  await expect(first).toBeVisible()
  const open = await findings.locator('.finding').count()
  const title = (await first.locator('.finding-title').textContent()) ?? ''
  await first.locator('.finding-title').click()
  await first.getByRole('button', { name: 'Decide about it...' }).click()
  const form = first.locator('.treatment-form')
  await form.getByRole('button', { name: 'Record' }).click()
  await expect(form.getByRole('alert')).toContainText('Say why')
  await form.getByRole('textbox', { name: 'Reason' }).fill('Known and carried until the pilot ends')
  await form.getByRole('textbox', { name: 'Approver' }).fill('CTO office')
  await form.getByLabel('Until').fill('2099-12-31')
  await form.getByRole('button', { name: 'Record' }).click()
  await expect(findings.locator('.finding')).toHaveCount(open - 1)
  await findings.getByRole('button', { name: /^Show \d+ treated/ }).click()
  const treated = findings.locator('.finding').filter({ hasText: title }).filter({ hasText: 'Accepted' })
  await treated.locator('.finding-title').click()
  await treated.getByRole('button', { name: 'Open again' }).click()
  await expect(findings.locator('.finding').filter({ hasText: 'Accepted' }).filter({ hasText: title })).toHaveCount(0)
})

test('a threat shows its path on the canvas and hides it again', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, 'Customer support agent')
  const threats = await workbench.open('Threats')
  await expect(threats.locator('.finding').first()).toContainText('=')
  await threats.getByRole('button', { name: 'Show path' }).first().click()
  await expect(threats.locator('.finding[data-highlighted="true"]')).toHaveCount(1)
  await threats.getByRole('button', { name: 'Hide path' }).click()
  await expect(threats.locator('.finding[data-highlighted="true"]')).toHaveCount(0)
})

test('a requirement that fails passes when its target is moved, with the arithmetic beside it', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  const requirements = await workbench.open('Requirements')
  const row = requirements
    .locator('.requirement')
    .filter({ has: studio.page.getByText('fail', { exact: true }) })
    .first()
  const id = await row.getAttribute('data-requirement')
  const same = requirements.locator(`[data-requirement="${id}"]`)
  await expect(same).toContainText('the target is')
  const target = same.getByRole('textbox', { name: 'Target' })
  await target.fill('600k')
  await target.press('Enter')
  await expect(same.locator('.cell-verdict')).toContainText('pass')
})

test('a requirement is waived by name until a day, and the waiver is taken back', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  const requirements = await workbench.open('Requirements')
  const failing = requirements
    .locator('.requirement')
    .filter({ has: studio.page.getByText('fail', { exact: true }) })
    .first()
  const row = requirements.locator(`[data-requirement="${await failing.getAttribute('data-requirement')}"]`)
  await row.getByRole('button', { name: 'Waive...' }).click()
  const form = studio.page.getByRole('form', { name: /^Waiver of/ })
  await form.getByRole('button', { name: 'Waive', exact: true }).click()
  await expect(form.getByRole('alert')).toContainText('Say why')
  await form.getByRole('textbox', { name: 'Reason' }).fill('The pilot is for ten people')
  await form.getByRole('textbox', { name: 'Approver' }).fill('CTO office')
  await form.getByLabel('Until').fill('2099-12-31')
  await form.getByRole('button', { name: 'Waive', exact: true }).click()
  await expect(row.locator('.cell-verdict')).toContainText('waived')
  await expect(row).toContainText('Waived by CTO office until 2099-12-31: The pilot is for ten people')
  await workbench.undo()
  await expect(row.locator('.cell-verdict')).toContainText('fail')
  await studio.page.keyboard.press('Control+Shift+z')
  await expect(row.locator('.cell-verdict')).toContainText('waived')
  await row.getByRole('button', { name: 'Take back' }).click()
  await expect(row.locator('.cell-verdict')).toContainText('fail')
})

test('evidence decides a quality that no drawing tells, with its source beside it', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  const requirements = await workbench.open('Requirements')
  await requirements.getByRole('button', { name: 'New requirement' }).click()
  const row = requirements.locator('.requirement[data-selected="true"]')
  await row.getByRole('combobox', { name: 'Metric' }).click()
  await studio.page.getByRole('option', { name: 'Groundedness' }).click()
  await expect(row.locator('.cell-verdict')).toContainText('unknown')
  await row.getByRole('button', { name: 'Add evidence...' }).click()
  const fresh = studio.page.getByRole('group', { name: 'New evidence' })
  await fresh.getByRole('button', { name: 'Add' }).click()
  await expect(fresh.getByRole('alert')).toContainText('Say what was measured')
  await fresh.getByRole('textbox', { name: 'Result' }).fill('Judged on 200 questions: 0.97')
  await fresh.getByRole('textbox', { name: 'Measured by' }).fill('Quality team')
  await fresh.getByRole('button', { name: 'Add' }).click()
  const added = studio.page.getByRole('group', { name: /^Judged/ })
  await expect(added).toContainText('Counts: 97')
  await expect(row.locator('.cell-verdict')).toContainText('pass')
  const result = added.getByRole('textbox', { name: 'Result' })
  await result.fill('Judged on 200 questions: 0.9')
  await result.press('Enter')
  await expect(row.locator('.cell-verdict')).toContainText('fail')
  await added.getByRole('button', { name: /^Remove/ }).click()
  await expect(row.locator('.cell-verdict')).toContainText('unknown')
  await studio.page.keyboard.press('Escape')
  await workbench.undo()
  await expect(row.locator('.cell-verdict')).toContainText('fail')
  await row.getByRole('button', { name: 'Source and reason...' }).click()
  const source = studio.page.getByRole('textbox', { name: 'Source' })
  await source.fill('Service contract 4.2')
  await source.press('Enter')
  await expect(row).toContainText('Source: Service contract 4.2')
})

test('one answer fills the model for all alike', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, 'Customer support agent')
  const questions = await workbench.openAllQuestions()
  await expect(questions.locator('.question').first()).toBeVisible()
  const count = await questions.locator('.question').count()
  const yesNo = questions
    .locator('.question')
    .filter({ has: studio.page.getByRole('button', { name: 'Yes', exact: true }) })
    .first()
  const id = await yesNo.getAttribute('data-question')
  await yesNo.getByRole('button', { name: 'Yes', exact: true }).click()
  await expect(questions.locator(`[data-question="${id}"]`)).toHaveCount(0)
  expect(await questions.locator('.question').count()).toBeLessThanOrEqual(count)
})

test('a decision is written in place and survives a restart', async ({ studio }) => {
  const workbench = await Workbench.blank(studio.page)
  const decisions = await workbench.open('Decisions')
  await decisions.getByRole('button', { name: 'New decision' }).click()
  const title = decisions.getByRole('textbox', { name: 'Decision title' })
  await title.fill('Hold every answer until it is checked')
  await title.press('Enter')
  await decisions.getByRole('textbox', { name: 'Good, because' }).first().fill('No wrong sentence is ever read')
  await decisions
    .getByRole('radio', { name: /^Choose/ })
    .first()
    .check()
  await expect(decisions.locator('.side-item')).toContainText('Hold every answer')
  await studio.page.waitForTimeout(1200)
  await studio.restart()
  const again = new Workbench(studio.page)
  if ((await again.palette.count()) === 0)
    await studio.page
      .getByRole('button', { name: /^Open / })
      .first()
      .click()
  await again.open('Decisions')
  await expect(again.panels.getByRole('textbox', { name: 'Good, because' }).first()).toHaveValue(
    'No wrong sentence is ever read',
  )
})

test('the text is in step with the canvas both ways, and unreadable text changes nothing', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  const panel = await workbench.open('Text')
  await expect(panel.locator('.source-bar')).toContainText('In step')
  await panel.locator('.monaco-editor').first().click()
  await studio.page.keyboard.press('Control+Home')
  await studio.page.keyboard.type('x')
  await expect(panel.locator('.source-bar')).toContainText('cannot be taken')
  await expect(panel.locator('.source-problem').first()).toContainText('Line 1')
  await workbench.hasNumbers()
  await studio.page.keyboard.press('Backspace')
  await expect(panel.locator('.source-bar')).toContainText('In step')
  await workbench.select('Answer model')
  const name = workbench.inspector.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('  ')
  await name.press('Enter')
  await expect(name).toHaveValue('Answer model')
  await name.fill('Model renamed')
  await name.press('Enter')
  await studio.page.keyboard.press('Escape')
  await panel.locator('.monaco-editor').first().click()
  await studio.page.keyboard.press('Control+f')
  await studio.page.keyboard.type('Model renamed')
  await expect(panel.locator('.findMatch, .currentFindMatch').first()).toBeAttached()
})

test('room mode hides money and verdicts', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  await expect(workbench.status).toContainText('$')
  await studio.page.keyboard.press('F9')
  await expect(workbench.status).not.toContainText('$')
  await expect(workbench.status.locator('.ui-mark')).toHaveCount(0)
  await studio.page.keyboard.press('F9')
  await expect(workbench.status).toContainText('$')
})

test('room mode shows nothing of what was found, whatever is asked for, and says so', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
  const findings = await workbench.open('Findings')
  await expect(findings.locator('.finding').first()).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.locator('.finding[data-highlighted="true"]')).toHaveCount(1)
  const title = (await page.locator('.finding[data-highlighted="true"] .finding-title').textContent()) ?? ''
  await page.keyboard.press('F9')
  for (const key of ['F8', 'Shift+F8', 'Alt+1', 'Alt+4']) {
    await page.keyboard.press(key)
    await expect(page.getByText('Room mode shows the drawing alone.')).toBeVisible()
    await expect(workbench.panels).toHaveCount(0)
    await expect(page.getByText(title)).toHaveCount(0)
  }
  await page.keyboard.press('F9')
  await page.keyboard.press('F8')
  await expect(workbench.panels.getByText(title).first()).toBeVisible()
})

test('the proposed control is placed, and the threat closes at once', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, 'Customer support agent')
  const threats = await workbench.open('Threats')
  const first = threats.locator('.finding').first()
  const title = (await first.locator('.finding-title').textContent()) ?? ''
  await first.locator('.finding-title').click()
  await first.getByRole('button', { name: 'Place this control here' }).click()
  await expect(threats.locator('.finding').filter({ hasText: title })).toHaveCount(0)
})
