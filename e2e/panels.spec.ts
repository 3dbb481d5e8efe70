import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const research = 'Analyst research assistant'

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

test('a drawing that is seen whole fills the canvas that is alone, and a part that is looked at stays', async ({
  studio: { page },
}) => {
  await Workbench.fromTemplate(page, 'Customer support agent')
  const zoom = (): Promise<number> =>
    page.locator('.react-flow__viewport').evaluate((view) => new DOMMatrix(getComputedStyle(view).transform).a)
  const before = await zoom()
  await page.keyboard.press('Control+.')
  await expect.poll(zoom).toBeGreaterThan(before * 1.2)
  await page.keyboard.press('Control+.')
  await expect.poll(zoom).toBeCloseTo(before, 3)
  await page.keyboard.press('Control+0')
  await expect.poll(zoom).toBeCloseTo(1, 3)
  await page.keyboard.press('Control+.')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeHidden()
  await expect.poll(zoom).toBeCloseTo(1, 3)
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

test('no name on the drawing is smaller than 24 px in room mode, from however far it is seen', async ({ studio }) => {
  const { page } = studio
  await page.setViewportSize({ width: 1920, height: 1080 })
  await Workbench.fromTemplate(page, 'Customer support agent')
  await page.keyboard.press('F9')
  await expect(page.locator('.canvas .card-name').first()).toBeVisible()
  await page.locator('.react-flow__pane').click({ position: { x: 4, y: 4 } })
  for (let step = 0; step < 5; step += 1) {
    const heights = await page.locator('.canvas :is(.card-name, .boundary-name):visible').evaluateAll((names) =>
      names.map((name) => {
        const drawn = name.closest('.react-flow__viewport')?.getBoundingClientRect()
        const { offsetWidth } = name.closest<HTMLElement>('.react-flow__viewport') ?? { offsetWidth: 1 }
        return Number.parseFloat(getComputedStyle(name).fontSize) * ((drawn?.width ?? 0) / offsetWidth)
      }),
    )
    for (const height of heights) expect(height).toBeGreaterThan(23.9)
    await page.keyboard.press('Control+-')
  }
  // From so far no card holds a name: the one that is pointed at says it above itself.
  const card = page.locator('.canvas .react-flow__node:has(.card)').first()
  await expect(async () => {
    await page.keyboard.press('Control+-')
    await expect(card.locator('.card-name')).toBeHidden({ timeout: 500 })
  }).toPass()
  await card.hover()
  await expect(card.locator('.card-name')).toBeVisible()
  await expect
    .poll(() => card.locator('.card-name').evaluate((name) => name.getBoundingClientRect().height))
    .toBeGreaterThan(26)
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

test('panels over the drawing take every press themselves: the line between the two is out of reach', async ({
  studio: { page },
}) => {
  const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
  await workbench.open('Threats')
  const line = page.locator('.separator-row')
  const before = await line.boundingBox()
  if (before === null) throw new Error('The panels are open')
  await page.keyboard.press('Control+Shift+J')
  await page.mouse.move(before.x + 200, before.y)
  await page.mouse.down()
  await page.mouse.move(before.x + 200, before.y - 120, { steps: 6 })
  await page.mouse.up()
  await expect(line).not.toBeFocused()
  await page.keyboard.press('Control+Shift+J')
  await expect.poll(async () => (await line.boundingBox())?.y).toBe(before.y)
})
